#include "core/deadline/deadlinewords.h"

#include "core/base/errorcatalog.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Deadline
{
    Q_DECLARE_TR_FUNCTIONS(Deadline)
};

QString weekday(QDate day)
{
    const std::array names { Deadline::tr("Monday"),   Deadline::tr("Tuesday"), Deadline::tr("Wednesday"),
                             Deadline::tr("Thursday"), Deadline::tr("Friday"),  Deadline::tr("Saturday"),
                             Deadline::tr("Sunday") };
    return names.at(size_t(day.dayOfWeek() - 1));
}

QString momentWords(const QDateTime &at)
{
    return Deadline::tr("%1, %2 %3").arg(at.toString(u"HH:mm"), weekday(at.date()), at.toString(u"dd/MM/yyyy"));
}

} // namespace

EstimateWords estimateWords(const Result<DeadlineEstimate> &estimate)
{
    EstimateWords words;
    words.assumption = Deadline::tr("The time limit runs only from when the portal has received the dossier.");
    if (!estimate) {
        words.doubt =
            estimate.error().code == ErrorCode::CalendarEnds
                ? Deadline::tr("No date can be estimated: the days off of %1 are not in the calendar of this machine yet.")
                      .arg(estimate.error().subject)
                : explainInOneLine(estimate.error());
        return words;
    }
    words.when = momentWords(estimate->due.at);
    words.assumption = estimate->atOnce ? Deadline::tr("Estimated, if the portal received the dossier now.")
                                        : Deadline::tr("Estimated, if the portal receives the dossier at the next opening: %1.")
                                              .arg(momentWords(estimate->assumedReceipt));
    QStringList days;
    for (const SpecialDay &day : estimate->due.uncertain)
        days.append(u"%1 (%2)"_s.arg(day.date.toString(u"dd/MM/yyyy"), day.name));
    if (!days.isEmpty())
        words.doubt =
            Deadline::tr("On the way lie days off that are not announced yet: %1. The date may change.").arg(days.join(u", "_s));
    return words;
}

} // namespace motcua
