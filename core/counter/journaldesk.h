#pragma once

#include "core/base/result.h"
#include "core/counter/counter.h"
#include "core/paper/papershelf.h"
#include "core/store/journalkeeping.h"

#include <QByteArray>
#include <QDate>
#include <QFuture>
#include <QJsonObject>
#include <QThreadPool>

namespace motcua {

// What one legal day of this kiosk was, without a person in it.
struct DayReport
{
    QDate day;
    struct Line
    {
        QString procedure; // code and name
        int begun = 0;
        int submitted = 0;
        int received = 0; // by the portal
    };
    QList<Line> lines;
    int printed = 0;
    int signIns = 0;
    int wrongTries = 0;
    int clockChanges = 0;
    qint64 entries = 0;
    QString head; // hexadecimal
    bool isWhole = false;
};

// The log of acts for people: whether it is whole, the day report that carries its head on paper, and its rows for an inspector.
// Threads as Counter.
class JournalDesk
{
public:
    JournalDesk(Counter &counter, const Counter::Parts &parts);
    ~JournalDesk();
    Q_DISABLE_COPY_MOVE(JournalDesk)

    QFuture<Result<JournalVerdict>> verify();
    QFuture<Result<DayReport>> day(QDate day);
    QFuture<Result<QByteArray>> dayPaper(QDate day); // PDF; journalled
    // Every row, masked, with the verdict and what it hangs on (JSON). ConfirmationNeeded; journalled before it is given out.
    QFuture<Result<QByteArray>> exported();
    QFuture<Result<void>> settleObjection(); // somebody has looked into what the portal says

private:
    Result<DayReport> report(Database &database, QDate day) const;

    Counter &m_counter;
    Counter::Parts m_parts;
    PaperShelf m_papers;
    QThreadPool m_pool;
};

QJsonObject toJson(const DayReport &report);

} // namespace motcua
