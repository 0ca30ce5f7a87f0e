#pragma once

#include "core/dossier/dossier.h"
#include "ui/shell/page.h"
#include "ui/shell/uiservices.h"

class QBoxLayout;
class QTimer;
class QVBoxLayout;

namespace motcua {

class ActionButton;
class Axes;
class Banner;
class BranchCards;
class Card;
class CopyLine;
class EstimateCard;
class FeeCard;
class HandOverCard;
class HistoryCard;
class Navigator;
class PortalCard;
class RequestCard;
class TextLabel;

// One dossier, read only: where it stands, what to do next, what was answered, its papers and its history.
class DossierPage : public Page
{
    Q_OBJECT

public:
    DossierPage(const UiServices &services, Navigator &navigator, QWidget *parent = nullptr);

    void open(const QString &id);

    QString title() const override;
    void enter() override;
    bool stepBack() override;

private:
    void buildHead(QVBoxLayout *body);
    void buildParts(QVBoxLayout *body);
    void buildWithdraw(QVBoxLayout *body);
    void load();
    void show(const Dossier &dossier);
    void showSeal();
    void takeOver();
    void showProblem();
    void showActions();
    void showAnswers();
    void showPapers();
    void showFeeAndTime();
    void notePayment(bool declared);
    void mainAction();
    void askWithdraw(bool asking);
    void withdraw();
    void mend(const QString &place);
    void noteTold();
    void showSend();
    void sendNow();
    bool mayBeWithdrawn() const;

    UiServices m_services;
    Navigator &m_navigator;
    QString m_id;
    bool m_ordersPapers = false; // the send button orders this dossier's papers past the settings
    bool m_fresh = false;        // just opened: begin at the top
    Dossier m_dossier;
    QTimer *m_refresh;

    TextLabel *m_person;
    TextLabel *m_procedure;
    CopyLine *m_official;
    CopyLine *m_local;
    ActionButton *m_main;
    ActionButton *m_send;
    ActionButton *m_print;
    Banner *m_error;
    Banner *m_next;
    Banner *m_problem;
    RequestCard *m_requests;
    PortalCard *m_portal;
    Axes *m_axes;
    BranchCards *m_branches;
    Card *m_answers;
    QVBoxLayout *m_answerLines;
    Card *m_papers;
    QVBoxLayout *m_paperLines;
    FeeCard *m_fee;
    EstimateCard *m_estimate;
    HistoryCard *m_history;
    HandOverCard *m_handOver;
    bool m_outline; // IT staff: codes, states, sizes and who did what, nothing that is somebody's
    ActionButton *m_withdraw;
    Card *m_confirm;
    ActionButton *m_keep;
    ActionButton *m_really;
};

} // namespace motcua
