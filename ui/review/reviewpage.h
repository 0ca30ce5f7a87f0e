#pragma once

#include "core/dossier/attachment.h"
#include "core/procedure/formstate.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace motcua {

class AdministrativeUnits;
class AssistanceCard;
class Banner;
class Counter;

// Before submitting: everything missing or doubtful at once, with the way to it, then what was answered and attached. GUI thread.
class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    ReviewPage(const AdministrativeUnits &units, const Counter &counter, QWidget *parent = nullptr);

    void show(const ProcedurePack &pack, const FormState &state, const QList<Attachment> &papers);
    void showError(const Error &error);
    void clearError();
    void focusFirst();
    AssistanceCard *assistance() const { return m_assistance; }
    int listedFindings() const { return m_listed; } // for tests

Q_SIGNALS:
    void fieldRequested(const QString &pointer);
    void paperRequested(const QString &component);
    void printRequested(const QString &paper); // id of an official paper

private:
    void addPrints(const ProcedurePack &pack, const FormState &state);
    void addFindings(const QList<Finding> &findings, bool blocking);
    QWidget *makeFinding(const Finding &finding);
    void addFeeAndTime(const ProcedurePack &pack, const FormState &state);
    void addBranches(const ProcedurePack &pack, const FormState &state);
    void addAnswers(const ProcedurePack &pack, const FormState &state);
    void addPapers(const ProcedurePack &pack, const FormState &state, const QList<Attachment> &papers);

    const AdministrativeUnits &m_units;
    const Counter &m_counter;
    Banner *m_verdict;
    Banner *m_error;
    AssistanceCard *m_assistance;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    QWidget *m_first = nullptr;
    int m_listed = 0;
};

} // namespace motcua
