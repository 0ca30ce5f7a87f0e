#pragma once

#include "core/dossier/attachment.h"

#include <QImage>
#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;

namespace motcua {

class ActionButton;
class Counter;
class IconButton;
class TextLabel;

// One paper, large: pages are drawn from memory as they are looked at.
class PaperPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit PaperPreview(Counter &counter, QWidget *parent = nullptr);

    void show(const Attachment &paper, const QString &caption);
    void clear();
    void setClosable(bool closable); // offers the way back to the list
    QString paperId() const { return m_paper ? m_paper->id : QString(); }
    bool showsPicture() const { return !m_image.isNull(); } // for tests

Q_SIGNALS:
    void closeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask();
    void place();
    void setZoom(double zoom);

    Counter &m_counter;
    std::optional<Attachment> m_paper;
    QString m_caption;
    int m_page = 0;
    double m_zoom = 1.0; // 1 = the whole page fits
    quint64 m_asked = 0; // only the newest answer is shown
    QImage m_image;
    TextLabel *m_title;
    TextLabel *m_pages;
    ActionButton *m_close;
    IconButton *m_previous;
    IconButton *m_next;
    IconButton *m_smaller;
    IconButton *m_larger;
    QScrollArea *m_area;
    QLabel *m_sheet;
};

} // namespace motcua
