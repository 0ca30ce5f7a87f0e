// Answers the cases of oracle.py: one JSON object a line on standard input, one answer a line on standard output.
#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/deadline/due.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

QDateTime moment(const QJsonValue &value)
{
    return value.isString() ? fromRfc3339(value.toString()) : QDateTime();
}

QString answer(const QJsonObject &question, const WorkCalendar &calendar)
{
    QList<Pause> pauses;
    for (const auto &each : question.value("pauses"_L1).toArray())
        pauses.append({ moment(each.toArray().at(0)), moment(each.toArray().at(1)) });
    const Result<Due> end = due(deadlineRule(question.value("deadline"_L1).toObject()), moment(question.value("received"_L1)),
                                calendar, pauses, question.value("verifications"_L1).toInt());
    if (!end)
        return end.error().code == ErrorCode::CalendarEnds ? u"unknown"_s : explainInOneLine(end.error());
    return end->stopped ? u"stopped"_s : end->at.toString(u"yyyy-MM-dd HH:mm:ss");
}

} // namespace

int main(int argc, char **argv)
{
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    const auto calendar = WorkCalendar::parse(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    if (!calendar)
        return 2;
    QTextStream in(stdin);
    QTextStream out(stdout);
    while (!in.atEnd())
        out << answer(QJsonDocument::fromJson(in.readLine().toUtf8()).object(), *calendar) << '\n';
    return 0;
}
