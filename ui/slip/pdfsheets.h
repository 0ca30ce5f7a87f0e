#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QScrollArea>
#include <QSizeF>

#include <functional>

class QLabel;
class QPrinter;
class QVBoxLayout;

namespace motcua {

class ReaderProgram;

// The pages of a PDF to read on the screen, to print or to keep. It stays in memory unless somebody asks for a file. The reader draws
// them, because a result may come from anywhere.
class PdfSheets final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PdfSheets(ReaderProgram &reader, QWidget *parent = nullptr);

    void showPdf(const QByteArray &pdf); // empty = nothing; opened() or failed() follows
    int pages() const { return int(m_sizes.size()); }
    Result<void> printTo(QPrinter &printer); // draws every page at the printer's resolution, blocking
    void askForPrinter(const QString &name, const std::function<void(const Result<void> &)> &printed);
    const QByteArray &pdf() const { return m_pdf; }

Q_SIGNALS:
    void opened(); // how many pages there are is known
    void failed(const motcua::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void drawPage(int page);
    void showPage(int page, const Result<QImage> &image);

    QByteArray m_pdf;
    ReaderProgram &m_reader;
    QList<QSizeF> m_sizes; // points
    QList<QLabel *> m_sheets;
    quint64 m_shown = 0;   // answers about an earlier PDF come too late
    quint64 m_drawing = 0; // and so do pages of an earlier size
    QVBoxLayout *m_pages;
    int m_drawnWidth = 0;
};

} // namespace motcua
