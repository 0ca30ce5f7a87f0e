#pragma once

#include "core/counter/paperoffers.h"
#include "ui/shell/page.h"
#include "ui/shell/uiservices.h"
#include "ui/slip/pdfsheets.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QBoxLayout;
class QButtonGroup;
class QVBoxLayout;

namespace motcua {

class ActionButton;
class Banner;
class TextLabel;

// The papers that may be printed for a dossier now: choose one, read it, print it or keep it as PDF. Each that leaves the machine goes
// into the journal.
class PaperPage final : public Page
{
    Q_OBJECT

public:
    explicit PaperPage(const UiServices &services, ChooseSlipFile choose = chooseSlipFileByDialog(), QWidget *parent = nullptr);

    void open(const QString &dossierId, const QString &paperId = {}); // without a paper: the first
    QString dossierId() const { return m_id; }
    QString title() const override;
    void enter() override;

    // For tests.
    QStringList offeredIds() const;
    QString shownId() const { return m_paper; }
    int shownPages() const { return m_sheets->pages(); }
    void printTo(QPrinter &printer) { m_sheets->printTo(printer); }

Q_SIGNALS:
    void done();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSide();
    void showOffered(const Dossier &dossier, const QString &wanted);
    void choose(int index);
    void showPaper(const QString &paperId, const Result<QByteArray> &pdf);
    void print();
    void askWhereToSave();
    void save(const QString &path);
    void notePrinted();

    UiServices m_services;
    ChooseSlipFile m_choose;
    QString m_id;
    QString m_paper;
    QString m_localCode;
    QList<OfferedPaper> m_offered;
    bool m_warned = false; // the banner asks where to save
    Banner *m_banner;
    TextLabel *m_person;
    TextLabel *m_note;
    TextLabel *m_source;
    QVBoxLayout *m_list;
    QButtonGroup *m_group;
    ActionButton *m_print;
    ActionButton *m_save;
    ActionButton *m_done;
    PdfSheets *m_sheets;
    QBoxLayout *m_columns;
};

} // namespace motcua
