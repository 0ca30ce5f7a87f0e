#pragma once

#include "core/base/result.h"
#include "core/counter/counter.h"
#include "core/counter/paperoffers.h"
#include "core/paper/papershelf.h"

#include <QByteArray>
#include <QDate>
#include <QFuture>
#include <QList>
#include <QString>
#include <QThreadPool>

namespace motcua {

// The provisional slip in the journal, beside the ids of packs.
inline constexpr QStringView provisionalSlipId = u"phieu-tam";

// Official papers: which ones a dossier has, each as PDF in memory, and a journal row for each one that leaves the machine.
// Threads as Counter.
class PaperDesk
{
public:
    PaperDesk(Counter &counter, const Counter::Parts &parts);
    ~PaperDesk();
    Q_DISABLE_COPY_MOVE(PaperDesk)

    QList<OfferedPaper> offered(const Dossier &dossier) const; // with titles to show
    // PaperNotOffered, subject = the paper; PaperTemplateWrong, PaperNotDrawn.
    QFuture<Result<QByteArray>> paper(const QString &dossierId, const QString &paperId);
    // A paper was printed or saved as a file: goes into the journal of the dossier.
    QFuture<Result<void>> notePrinted(const QString &dossierId, const QString &paperId);
    // Mẫu 07: dossiers that the portal received within these legal days. Paper only: personal data of many people.
    QFuture<Result<QByteArray>> registerBook(QDate from, QDate to);

private:
    Result<QByteArray> draw(const Dossier &dossier, const QString &paperId, const Account &actor) const;
    QString titleOf(const OfferedPaper &paper) const;
    Result<QByteArray> drawRegister(QDate from, QDate to);

    Counter &m_counter;
    Counter::Parts m_parts;
    PaperShelf m_papers;
    QThreadPool m_pool;
};

} // namespace motcua
