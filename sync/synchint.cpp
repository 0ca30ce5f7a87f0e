#include "sync/synchint.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype longestHeader = 500;

// The value of a member is only looked at when it is a plain integer; any other item, and parameters, are skipped over.
std::optional<QHash<QString, qint64>> integersOf(const QByteArray &header)
{
    static const QRegularExpression grammar(
        u"\\A(?<key>[a-z*][a-z0-9_.*-]*)(?:=(?<value>-?[0-9]{1,15}|[0-9A-Za-z?\\.:/*-]+|\"[^\"\\\\]*\"))?"
        "(?:;[ ]*[a-z*][a-z0-9_.*-]*(?:=[0-9A-Za-z?\\.:/*-]+)?)*\\z"_s);
    static const QRegularExpression integer(u"\\A-?[0-9]{1,15}\\z"_s);
    QHash<QString, qint64> found;
    if (header.trimmed().isEmpty() || header.size() > longestHeader)
        return found;
    for (const QByteArray &member : header.split(',')) {
        const QRegularExpressionMatch match = grammar.match(QString::fromLatin1(member.trimmed()));
        if (!match.hasMatch())
            return std::nullopt;
        const QString value = match.captured(u"value"_s);
        found.remove(match.captured(u"key"_s)); // the last one counts
        if (integer.match(value).hasMatch())
            found.insert(match.captured(u"key"_s), value.toLongLong());
    }
    return found;
}

std::optional<qint64> within(const QHash<QString, qint64> &members, const QString &name, qint64 least, qint64 most)
{
    const auto found = members.constFind(name);
    if (found == members.constEnd() || *found < least || *found > most)
        return std::nullopt;
    return *found;
}

} // namespace

SyncHint readSyncHint(const QByteArray &header)
{
    SyncHint hint;
    const auto members = integersOf(header);
    if (!members)
        return hint;
    if (const auto next = within(*members, u"next"_s, 60, 86'400))
        hint.next = std::chrono::seconds(*next);
    hint.chunk = within(*members, u"chunk"_s, 16 * 1024, 16 * 1024 * 1024);
    if (const auto parallel = within(*members, u"parallel"_s, 1, 4))
        hint.parallel = int(*parallel);
    if (const auto spread = within(*members, u"spread"_s, 0, 3600))
        hint.spread = std::chrono::seconds(*spread);
    return hint;
}

} // namespace motcua
