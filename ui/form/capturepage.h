#pragma once

#include "core/counter/earlierperson.h"
#include "core/dossier/dossier.h"
#include "core/procedure/procedurepack.h"
#include "ui/form/draftsaver.h"
#include "ui/papers/paperreader.h"
#include "ui/shell/page.h"
#include "ui/shell/uiservices.h"

#include <functional>
#include <memory>

class QBoxLayout;
class QStackedWidget;

namespace motcua {

class ActionButton;
class AdvicePanel;
class Banner;
class FormView;
class PapersPage;
class ReviewPage;
class StepList;
class TextLabel;
class VersionPanel;

// The walk of one dossier: the steps of its form, papers, review, submission. Saves by itself while somebody types; opens again
// at the same field after a crash. GUI thread.
class CapturePage final : public Page
{
    Q_OBJECT

public:
    explicit CapturePage(const UiServices &services, ChoosePapers choosePapers = choosePapersByDialog(),
                         QWidget *parent = nullptr);
    ~CapturePage() override;

    // A draft, one the portal refused, or one it wants a supplement for; at `place` (a field or a mark), else where work stopped.
    void open(const Dossier &dossier, const QString &place = {});

    QString title() const override;
    void enter() override;
    void leave(const std::function<void()> &proceed) override;
    void putAway(const std::function<void()> &proceed) override;
    bool stepBack() override;

    QString dossierId() const { return m_summary.id; }
    FormView *form() const { return m_form; }
    PapersPage *papers() const { return m_papers; }
    ReviewPage *review() const { return m_review; }
    DraftSaver *saver() const { return m_saver.get(); }
    int currentStep() const { return m_step; } // form steps, then papers, then review
    void goToStep(int step);
    void nextStep();
    void submit();

Q_SIGNALS:
    void finished(const QString &dossierId);                                // submitted: the slip comes next
    void papersRequested(const QString &dossierId, const QString &paperId); // to print: declaration or guidance
    void handedOver(const QString &code);                                   // the officers go on
    void left();                                                            // nothing more to do here: withdrawn

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QBoxLayout *column);
    void buildFoot(QBoxLayout *column);
    void bindKeys();
    void askForEarlier(const QString &person, PersonQuestion question);
    void showPortalProblem(const Dossier &dossier);
    void askStanding();
    void moveTo(const QString &version);
    void followWriter();
    void evaluated();
    void showSteps();
    int stepOfAdvice(const Advice &advice) const; // -1: it belongs to no step
    void showAdvice();
    void bringAdviceIntoView();
    void arrange();
    void showHead();
    void showSaving();
    void showFoot();
    void resume();
    void jumpToField(const QString &pointer);
    void jumpToPaper(const QString &component);
    void withdraw();
    void closeDraft();
    void readingChanged();
    void stopSubmitting();
    void recordAssistance(Assistance::Confirmation how, const QString &language);
    int blocking() const; // findings that keep the dossier from being submitted
    void askHandOver();
    void handOver();
    void submitted(const Result<DossierSummary> &answer);
    bool isSettled() const; // no paper and no submission on its way
    void leaveWhenSettled();
    int formSteps() const;
    int neighbour(int from, int direction) const; // next visible step, or -1
    bool onForm() const { return m_step < formSteps(); }
    bool onPapers() const { return m_step == formSteps(); }
    bool onReview() const { return m_step == formSteps() + 1; }

    UiServices m_services;
    DossierSummary m_summary;
    PackPtr m_pack;
    QString m_focus; // pointer of a field, "@papers" or "@review"
    int m_step = 0;
    bool m_closed = true; // submitted or withdrawn: nothing is saved any more
    bool m_papersSeen = false;
    bool m_submitting = false;
    std::function<void()> m_leaving; // waits for what is on its way
    std::unique_ptr<DraftSaver> m_saver;

    TextLabel *m_procedure;
    TextLabel *m_person;
    TextLabel *m_saving;
    Banner *m_banner;
    VersionPanel *m_version;
    StepList *m_steps;
    AdvicePanel *m_advice;
    QStackedWidget *m_stack;
    FormView *m_form = nullptr; // made for the pack of the dossier
    PapersPage *m_papers;
    ReviewPage *m_review;
    QBoxLayout *m_middle;
    QBoxLayout *m_content;
    bool m_wide = true;
    QWidget *m_foot;
    TextLabel *m_hint;
    ActionButton *m_back;
    ActionButton *m_next;
    ActionButton *m_handOver;
    ActionButton *m_submit;
};

} // namespace motcua
