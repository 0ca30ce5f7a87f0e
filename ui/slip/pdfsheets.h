#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QScrollArea>

#include <functional>
#include <memory>

class QPdfDocument;
class QPrinter;
class QVBoxLayout;

namespace motcua {

// How the place for a saved PDF is chosen; tests put their own in place of the dialog.
using ChooseSlipFile =
    std::function<void(QWidget *parent, const QString &proposed, const std::function<void(const QString &path)> &then)>;
ChooseSlipFile chooseSlipFileByDialog();

// The pages of a PDF to read on the screen, to print or to keep. It stays in memory unless somebody asks for a file.
class PdfSheets final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PdfSheets(QWidget *parent = nullptr);
    ~PdfSheets() override;

    void showPdf(const QByteArray &pdf); // empty = nothing
    int pages() const;
    void printTo(QPrinter &printer); // draws every page at the printer's resolution
    void askForPrinter(const QString &name, const std::function<void()> &printed);
    Result<void> save(const QString &path, const QString &subject) const; // SlipNotSaved

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawPages();

    QByteArray m_pdf;
    std::unique_ptr<QPdfDocument> m_document;
    QVBoxLayout *m_pages;
    int m_drawnWidth = 0;
};

} // namespace motcua
