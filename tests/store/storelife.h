#pragma once

#include "storefixture.h"

#include "core/store/outboxrows.h"
#include "core/store/portalanswers.h"

namespace motcua {

// A dossier with its paper, brought through its life as far as asked; each step is a transaction with its journal row.
enum class LifeStage { Draft, Queued, Sending, Received, Acknowledged, Settled };

struct LifeOf
{
    Database &database;
    const Clock &clock;
    Dossier draft;
    QByteArray paper;
    int number = 1;

    const QString &id() const { return draft.summary.id; }
    DeliveryKey key() const { return { id(), 1 }; }

    Result<void> noted(const QString &action, const std::function<Result<void>()> &work) const
    {
        return database.write([&]() -> Result<void> {
            if (const Result<void> done = work(); !done)
                return done;
            const auto entry = JournalRepository(database).append(clock.now(), QStringLiteral("congchuc1"), action, id());
            return entry ? Result<void>() : passOn(entry);
        });
    }

    Result<void> step(LifeStage stage) const
    {
        DossierRepository dossiers(database);
        const QDateTime now = clock.now();
        switch (stage) {
        case LifeStage::Draft:
            return noted(QStringLiteral("dossier.created"), [&]() -> Result<void> {
                if (const auto done = dossiers.insert(draft); !done)
                    return done;
                return dossiers.insertAttachment(id(), testPaper(clock, paper), paper);
            });
        case LifeStage::Queued:
            return noted(QStringLiteral("dossier.submitted"), [&] {
                return dossiers.enqueue(id(), "{\"hoTen\":\"" + draft.summary.applicantName.toUtf8() + "\"}", now);
            });
        case LifeStage::Sending:
            return noted(QStringLiteral("sending"), [&]() -> Result<void> {
                const auto moved = moveTo(database, DeliveryState::Sending, { key() });
                return moved ? Result<void>() : passOn(moved);
            });
        case LifeStage::Received:
            return database.write([&]() -> Result<void> {
                const Receipt receipt { id(),
                                        1,
                                        QStringLiteral("H19.231-261122-%1").arg(number, 4, 10, QLatin1Char('0')),
                                        now,
                                        now,
                                        number,
                                        sha256Hex("form"),
                                        { { QStringLiteral("a.jpg"), 3, sha256Hex(paper) } } };
                const auto kept = acceptReceipt(database, receipt, now);
                return kept ? Result<void>() : passOn(kept);
            });
        case LifeStage::Acknowledged:
            return database.write([&] { return acknowledge(database, { key() }); });
        case LifeStage::Settled:
            return database.write([&]() -> Result<void> {
                const auto ended =
                    acceptChanges(database, { { 1000 + number, id(), 10, now, {} } }, QString::number(1000 + number), now);
                return ended ? Result<void>() : passOn(ended);
            });
        }
        return {};
    }

    Result<void> upTo(LifeStage last) const
    {
        for (int stage = 0; stage <= int(last); ++stage) {
            if (const Result<void> done = step(LifeStage(stage)); !done)
                return done;
        }
        return {};
    }
};

inline LifeOf lifeOf(Database &database, const Clock &clock, int number, const QByteArray &paper = "scan")
{
    return { database, clock, testDraft(clock, number), paper, number };
}

} // namespace motcua
