#pragma once

#include "core/base/result.h"
#include "ui/shell/page.h"
#include "ui/shell/uiservices.h"
#include "ui/slip/pdfsheets.h"

#include <QByteArray>

class QBoxLayout;
class QPrinter;
class QScrollArea;

namespace motcua {

class ActionButton;
class Banner;
class TextLabel;
struct Dossier;

// After submitting: the provisional slip to read, print or keep, and what happens next in honest words. The PDF stays in memory unless
// somebody asks for a file.
class SlipPage final : public Page
{
    Q_OBJECT

public:
    explicit SlipPage(const UiServices &services, ChooseSlipFile choose = chooseSlipFileByDialog(), QWidget *parent = nullptr);
    ~SlipPage() override;

    void open(const QString &dossierId);
    QString title() const override;
    void enter() override;
    int shownPages() const;          // for tests
    void printTo(QPrinter &printer); // draws every page at the printer's resolution

Q_SIGNALS:
    void done();
    void papersRequested(const QString &dossierId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSide();
    void showDossier(const Dossier &dossier);
    void showSlip(const Result<QByteArray> &pdf);
    void notePrinted();
    void print();
    void askWhereToSave();
    void save(const QString &path);

    UiServices m_services;
    ChooseSlipFile m_choose;
    QString m_id;
    QString m_localCode;
    Banner *m_banner;
    bool m_warned = false; // the banner asks where to save
    TextLabel *m_headline;
    TextLabel *m_state;
    TextLabel *m_code;
    TextLabel *m_steps;
    ActionButton *m_print;
    ActionButton *m_save;
    ActionButton *m_papers;
    ActionButton *m_done;
    QScrollArea *m_side;
    PdfSheets *m_sheets;
    QBoxLayout *m_columns;
};

} // namespace motcua
