#include "sync/lineagekeeper.h"

#include <QRandomGenerator>

namespace motcua {

namespace {

constexpr qsizetype markLength = 26; // of base32: 130 bits

QByteArray freshMark()
{
    static const QByteArray alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    QByteArray mark;
    for (qsizetype i = 0; i < markLength; ++i)
        mark.append(alphabet.at(qsizetype(QRandomGenerator::system()->bounded(int(alphabet.size())))));
    return mark;
}

} // namespace

LineageKeeper::LineageKeeper(Outbox &outbox)
    : m_outbox(outbox)
{
}

Result<Lineage> LineageKeeper::forCall()
{
    Result<Lineage> marks = m_outbox.lineage();
    if (!marks || !marks->next.isEmpty())
        return marks;
    marks->next = freshMark();
    if (const Result<void> stored = m_outbox.storeLineage(*marks); !stored)
        return passOn(stored);
    return marks;
}

Result<void> LineageKeeper::confirmed()
{
    if (m_movedOn)
        return {};
    const Result<Lineage> marks = m_outbox.lineage();
    if (!marks)
        return passOn(marks);
    m_movedOn = true;
    return m_outbox.storeLineage({ marks->next, freshMark() });
}

} // namespace motcua
