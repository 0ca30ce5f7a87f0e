#include "sync/contractnews.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype longestCode = 64;
constexpr qsizetype longestNote = 4000;
constexpr qsizetype longestMessage = 8000;
constexpr qsizetype longestPointer = 500;
constexpr qsizetype longestName = 200;
constexpr qsizetype longestType = 130;
constexpr qsizetype shortestResultId = 16;
constexpr qsizetype mostChanges = 1000;
constexpr qsizetype mostItems = 200;
constexpr qsizetype mostResults = 100;
constexpr qint64 largestResult = 64 * 1024 * 1024;
constexpr int mostStatus = 9999;

bool matches(const QRegularExpression &pattern, const QString &text)
{
    return pattern.match(text).hasMatch();
}

// It is put into an address.
QString readResultId(StrictJson &json)
{
    static const QRegularExpression plain(u"\\A[0-9A-Za-z_-]+\\z"_s);
    const QString id = json.text("id", shortestResultId, longestCode);
    if (!matches(plain, id))
        json.complain(json.path() + u"/id"_s);
    return id;
}

// It is shown, and offered as a file name when the officer saves the file.
QString readResultName(StrictJson &json)
{
    const QString name = normalized(json.text("name", 1, longestName));
    const bool strange = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
    if (strange || name.trimmed().isEmpty() || name.startsWith(u'.'))
        json.complain(json.path() + u"/name"_s);
    return name;
}

ResultFile readResult(StrictJson json)
{
    static const QRegularExpression type(u"\\A[0-9A-Za-z-]+/[0-9A-Za-z.+-]+\\z"_s);
    ResultFile file;
    file.id = readResultId(json);
    file.name = readResultName(json);
    file.mediaType = json.text("mediaType", 3, longestType);
    if (!matches(type, file.mediaType))
        json.complain(json.path() + u"/mediaType"_s);
    file.size = json.integer("size", 1, largestResult);
    file.sha256 = json.digest("sha256");
    return file;
}

QDate readDay(StrictJson &json, const char *name)
{
    static const QRegularExpression day(u"\\A\\d{4}-\\d\\d-\\d\\d\\z"_s);
    const QString text = json.text(name, 10, 10);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!matches(day, text) || !date.isValid())
        json.complain(json.path() + u'/' + QLatin1StringView(name));
    return date;
}

SupplementRequest readRequest(StrictJson json)
{
    SupplementRequest request;
    if (json.has("until"))
        request.until = readDay(json, "until");
    for (StrictJson item : json.objects("items", mostItems)) {
        SupplementItem asked;
        if (item.has("component"))
            asked.component = item.text("component", 1, longestCode);
        if (item.has("field"))
            asked.field = item.text("field", 0, longestPointer);
        asked.text = normalized(item.text("text", 1, longestNote));
        request.items.append(asked);
    }
    if (request.items.isEmpty())
        json.complain(json.path() + u"/items"_s);
    return request;
}

StatusChange readChange(StrictJson json)
{
    StatusChange change;
    change.sequence = json.integer("sequence", 1, largestJsonInteger);
    change.dossierId = json.dossierId("id");
    change.status = int(json.integer("status", 1, mostStatus));
    change.at = json.time("at");
    change.note = normalized(json.text("note", 0, longestNote));
    if (json.has("request"))
        change.request = readRequest(json.object("request"));
    if (json.has("results")) {
        for (const StrictJson &file : json.objects("results", mostResults))
            change.results.append(readResult(file));
    }
    if (json.has("message"))
        change.message = normalized(json.text("message", 1, longestMessage));
    return change;
}

StatusChange readBranchChange(StrictJson json)
{
    StatusChange change = readChange(json);
    change.branch = json.text("branch", 1, longestCode);
    if (json.has("officialCode")) {
        change.officialCode = json.text("officialCode", 1, longestCode);
        checkPrintableCode(json, change.officialCode);
    }
    if (json.has("dueAt"))
        change.dueAt = json.time("dueAt");
    return change;
}

} // namespace

QList<StatusChange> readChanges(StrictJson &root)
{
    QList<StatusChange> changes;
    for (const StrictJson &item : root.objects("changes", mostChanges))
        changes.append(readChange(item));
    // A portal that knows no branches has no such member.
    if (root.has("branchChanges")) {
        for (const StrictJson &item : root.objects("branchChanges", mostChanges))
            changes.append(readBranchChange(item));
    }
    return changes;
}

void checkPrintableCode(StrictJson &json, const QString &officialCode)
{
    static const QRegularExpression printable(u"\\A[0-9A-Za-z][0-9A-Za-z./-]*\\z"_s);
    if (!matches(printable, officialCode))
        json.complain(json.path() + u"/officialCode"_s);
}

} // namespace motcua
