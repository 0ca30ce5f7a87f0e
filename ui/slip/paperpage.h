#pragma once

#include "core/counter/paperoffers.h"
#include "ui/slip/pdfpage.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QButtonGroup;
class QVBoxLayout;

namespace motcua {

class TextLabel;

// The papers that may be printed for a dossier now: choose one, read it, print it or keep it as PDF. Each that leaves the machine goes
// into the journal.
class PaperPage final : public PdfPage
{
    Q_OBJECT

public:
    explicit PaperPage(const UiServices &services, ChooseFile choose = chooseFileByDialog(), QWidget *parent = nullptr);

    void open(const QString &dossierId, const QString &paperId = {}); // without a paper: the first
    QString dossierId() const { return m_id; }
    QString title() const override;

    // For tests.
    QStringList offeredIds() const;
    QString shownId() const { return m_paper; }

private:
    QString fileName() const override;
    QString paperId() const override { return m_paper; }
    void openAgain() override { open(m_id, m_paper); }
    void fillSide();
    void showOffered(const Dossier &dossier, const QString &wanted);
    void choose(int index);

    QString m_paper;
    QList<OfferedPaper> m_offered;
    TextLabel *m_person;
    TextLabel *m_note;
    TextLabel *m_source;
    QVBoxLayout *m_list;
    QButtonGroup *m_group;
};

} // namespace motcua
