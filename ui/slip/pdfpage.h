#pragma once

#include "ui/shell/page.h"
#include "ui/shell/savefile.h"
#include "ui/shell/uiservices.h"
#include "ui/slip/pdfsheets.h"

#include <QFuture>
#include <QString>

class QBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace motcua {

class ActionButton;
class Banner;

// What the pages of a paper have in common: words and actions on one side, the sheets on the other, and a journal row for each paper
// that leaves the machine.
class PdfPage : public Page
{
    Q_OBJECT

public:
    void enter() override;
    int shownPages() const { return m_sheets->pages(); }                           // for tests
    Result<void> printTo(QPrinter &printer) { return m_sheets->printTo(printer); } // draws every page at the printer's resolution

Q_SIGNALS:
    void done();

protected:
    struct Words
    {
        QString print;
        QString done;
        QString saved;
        QString preview; // name of the sheets for screen readers
    };
    PdfPage(const UiServices &services, ChooseFile choose, Words words, QWidget *parent);

    // What is on the sheets: the name of its file without suffix, and the paper as the journal calls it.
    virtual QString fileName() const = 0;
    virtual QString paperId() const = 0;
    virtual void openAgain() = 0;
    virtual QFuture<Result<void>> noteTaken(); // it was printed or saved: into the journal

    void showSheets(const Result<QByteArray> &pdf);
    void resizeEvent(QResizeEvent *event) override;

    const UiServices m_services;
    QString m_id;
    QString m_localCode;
    QScrollArea *m_side;
    QVBoxLayout *m_column; // of the side
    Banner *m_banner;
    PdfSheets *m_sheets;
    ActionButton *m_print;
    ActionButton *m_save;
    ActionButton *m_done;

private:
    void askWhereToSave();
    void save(const QString &path);
    void notePrinted();
    void showTrouble(const Error &error);

    ChooseFile m_choose;
    Words m_words;
    bool m_warned = false; // the banner asks where to save
    QBoxLayout *m_columns;
};

} // namespace motcua
