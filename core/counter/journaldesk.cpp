#include "core/counter/journaldesk.h"

#include "core/base/clock.h"
#include "core/counter/journalled.h"
#include "core/counter/paperfacts.h"
#include "core/identity/kioskprofile.h"
#include "core/paper/papersheet.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString reportTemplate = u"bao-cao-ngay"_s;

QJsonObject toJson(const JournalEntry &row)
{
    return { { "sequence"_L1, row.sequence },
             { "at"_L1, toRfc3339(row.at) },
             { "actor"_L1, row.actor },
             { "action"_L1, row.action },
             { "subject"_L1, masked(row.subject) },
             { "detail"_L1, masked(row.detail) },
             { "hash"_L1, QString::fromLatin1(row.hash.toHex()) },
             { "sealed"_L1, !row.seal.isEmpty() } };
}

// Of which procedure a dossier is, by the first rows about it: its name is nobody's.
QMap<QString, QString> proceduresOf(const QList<JournalEntry> &rows)
{
    QMap<QString, QString> found;
    for (const JournalEntry &row : rows) {
        if (row.action == "dossier.created"_L1)
            found.insert(row.subject, row.detail);
    }
    return found;
}

} // namespace

JournalDesk::JournalDesk(Counter &counter, const Counter::Parts &parts)
    : m_counter(counter)
    , m_parts(parts)
    , m_papers(&parts.data)
{
    m_pool.setMaxThreadCount(1);
}

JournalDesk::~JournalDesk()
{
    m_pool.waitForDone();
}

QFuture<Result<JournalVerdict>> JournalDesk::verify()
{
    return m_parts.store.run([acting = m_counter.acting()](Database &database) -> Result<JournalVerdict> {
        const Result<void> may = permit(acting, Deed::CheckJournal);
        return may ? verifyJournal(database) : passOn(may);
    });
}

Result<DayReport> JournalDesk::report(Database &database, QDate day) const
{
    const auto rows = JournalRepository(database).all();
    if (!rows)
        return passOn(rows);
    const Result<JournalVerdict> verdict = verifyJournal(database, *rows);
    if (!verdict)
        return passOn(verdict);
    DayReport report;
    report.day = day;
    report.entries = verdict->entries;
    report.head = QString::fromLatin1(verdict->head.toHex());
    report.isWhole = verdict->isWhole();
    const QMap<QString, QString> procedures = proceduresOf(*rows);
    QMap<QString, DayReport::Line> lines;
    for (const JournalEntry &row : *rows) {
        if (toLegalTime(row.at).date() != day)
            continue;
        const QString procedure = procedures.value(row.subject);
        if (row.action == "dossier.created"_L1)
            ++lines[procedure].begun;
        else if (row.action == "dossier.submitted"_L1)
            ++lines[procedure].submitted;
        else if (row.action == "delivery.received"_L1)
            ++lines[procedure].received;
        report.printed += row.action == "paper.printed"_L1;
        report.signIns += row.action == "signin"_L1;
        report.wrongTries += row.action == "signin.failed"_L1 || row.action == "confirm.failed"_L1;
        report.clockChanges += row.action == "clock.changed"_L1;
    }
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        const auto pack = m_parts.packs.newest(line.key());
        line->procedure = pack ? u"%1 %2"_s.arg(line.key(), pack->name) : line.key();
        report.lines.append(*line);
    }
    return report;
}

QFuture<Result<DayReport>> JournalDesk::day(QDate day)
{
    return m_parts.store.run([=, this, acting = m_counter.acting()](Database &database) -> Result<DayReport> {
        const Result<void> may = permit(acting, Deed::CheckJournal);
        return may ? report(database, day) : passOn(may);
    });
}

QFuture<Result<QByteArray>> JournalDesk::dayPaper(QDate day)
{
    return QtConcurrent::run(&m_pool, [=, this, acting = m_counter.acting()]() -> Result<QByteArray> {
        const Result<DayReport> report =
            m_parts.store
                .run([&](Database &database) -> Result<DayReport> {
                    if (const Result<void> may = permit(acting, Deed::CheckJournal); !may)
                        return passOn(may);
                    const Result<void> noted =
                        Journalled(m_parts.clock, m_parts.changes)
                            .note(database, { {}, u"day.reported"_s, day.toString(Qt::ISODate), acting.who.login });
                    return noted ? this->report(database, day) : passOn(noted);
                })
                .result();
        if (!report)
            return passOn(report);
        const Result<PaperTemplate> form = m_papers.find(reportTemplate);
        if (!form)
            return passOn(form);
        QJsonObject facts = toJson(*report);
        facts.insert("agency"_L1, agencyFacts(m_parts.units, m_parts.profile));
        facts.insert("now"_L1, timeFacts(m_parts.clock.now()));
        facts.insert("kiosk"_L1, m_parts.profile.machine);
        facts.insert("by"_L1, acting.who.login);
        return renderPaperSheet({ form->fill(facts), form->sheet(), form->title(), {}, {} });
    });
}

QFuture<Result<QByteArray>> JournalDesk::exported()
{
    return m_parts.store.run([this, acting = m_counter.acting()](Database &database) -> Result<QByteArray> {
        if (const Result<void> may = permit(acting, Deed::ExportJournal); !may)
            return passOn(may);
        const Result<void> noted =
            Journalled(m_parts.clock, m_parts.changes).note(database, { {}, u"journal.exported"_s, {}, acting.who.login });
        if (!noted)
            return passOn(noted);
        const auto rows = JournalRepository(database).all();
        if (!rows)
            return passOn(rows);
        const Result<JournalVerdict> verdict = verifyJournal(database, *rows);
        if (!verdict)
            return passOn(verdict);
        QJsonArray entries;
        for (const JournalEntry &row : *rows)
            entries.append(toJson(row));
        const QJsonObject file {
            { "format"_L1, "motcua-journal"_L1 },
            { "version"_L1, 1 },
            { "kiosk"_L1, m_parts.profile.kioskId },
            { "commune"_L1, m_parts.profile.communeCode },
            { "exportedAt"_L1, toRfc3339(m_parts.clock.now()) },
            { "exportedBy"_L1, acting.who.login },
            { "whole"_L1, verdict->isWhole() },
            { "flaw"_L1, verdict->flaw ? flawWord(verdict->flaw->kind) : QString() },
            { "portalSequence"_L1, verdict->portalAnchor.sequence },
            { "portalHash"_L1, QString::fromLatin1(verdict->portalAnchor.hash.toHex()) },
            { "entries"_L1, entries },
        };
        return QJsonDocument(file).toJson();
    });
}

QFuture<Result<void>> JournalDesk::settleObjection()
{
    return m_parts.store.run([this, acting = m_counter.acting()](Database &database) -> Result<void> {
        if (const Result<void> may = permit(acting, Deed::SetUp); !may)
            return may;
        const Result<void> settled =
            database.write([&] { return settleJournalObjection(database, acting.who.login, m_parts.clock.now()); });
        if (settled)
            anchorJournal(database, Anchoring::Anew);
        return settled;
    });
}

QJsonObject toJson(const DayReport &report)
{
    QJsonArray lines;
    DayReport::Line all;
    for (const DayReport::Line &line : report.lines) {
        lines.append(QJsonObject { { "procedure"_L1, line.procedure },
                                   { "begun"_L1, QString::number(line.begun) },
                                   { "submitted"_L1, QString::number(line.submitted) },
                                   { "received"_L1, QString::number(line.received) } });
        all.begun += line.begun;
        all.submitted += line.submitted;
        all.received += line.received;
    }
    const auto number = [](qint64 value) { return QString::number(value); };
    return { { "day"_L1, report.day.toString(u"dd/MM/yyyy"_s) },
             { "lines"_L1, lines },
             { "begun"_L1, number(all.begun) },
             { "submitted"_L1, number(all.submitted) },
             { "received"_L1, number(all.received) },
             { "printed"_L1, number(report.printed) },
             { "signIns"_L1, number(report.signIns) },
             { "wrongTries"_L1, number(report.wrongTries) },
             { "clockChanges"_L1, number(report.clockChanges) },
             { "entries"_L1, number(report.entries) },
             { "head"_L1, report.head },
             { "whole"_L1, report.isWhole } };
}

} // namespace motcua
