#pragma once

#include "core/dossier/dossierquery.h"
#include "ui/shell/page.h"
#include "ui/shell/uiservices.h"
#include "ui/theme/icon.h"
#include "ui/theme/tone.h"

class QBoxLayout;
class QTimer;
class QVBoxLayout;

namespace motcua {

class Banner;
class CountCard;
class LinkPanel;
class Navigator;
class PrimaryButton;

// What waits, what is late, what to do now; and the one big button.
class HomePage : public Page
{
    Q_OBJECT

public:
    HomePage(const UiServices &services, Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override;
    void enter() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Lists
    {
        QList<DossierSummary> needsAction;
        QList<DossierSummary> late;
        QList<DossierSummary> drafts;
    };

    void buildTop(QVBoxLayout *body);
    void buildCounts(QVBoxLayout *body);
    void buildLists(QVBoxLayout *body);
    CountCard *addCount(QLayout *row, Icon icon, Tone tone, const QString &label, DossierQuery::Filter filter);
    void refresh();
    void showSpace();
    void ask(DossierQuery::Filter filter, QList<DossierSummary> Lists::*place);
    void show(const DossierCounts &counts);
    void showLists();
    void fill(QVBoxLayout *list, const QList<DossierSummary> &dossiers, const QString &emptyWords);

    UiServices m_services;
    Navigator &m_navigator;
    QTimer *m_refresh;
    Lists m_lists;
    Banner *m_error;
    Banner *m_space;
    PrimaryButton *m_new;
    CountCard *m_unsent;
    CountCard *m_inDoubt;
    CountCard *m_action;
    CountCard *m_late;
    CountCard *m_drafts;
    QVBoxLayout *m_now;
    QVBoxLayout *m_recent;
    LinkPanel *m_link;
    QBoxLayout *m_columns;
};

} // namespace motcua
