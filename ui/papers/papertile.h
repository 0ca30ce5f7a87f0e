#pragma once

#include "core/dossier/attachment.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QStackedWidget;

namespace motcua {

class IconButton;
class TextLabel;

// One attached file: thumbnail, pages and size, turn, remove (asked in place), and whether the original went back.
class PaperTile final : public QFrame
{
    Q_OBJECT

public:
    PaperTile(const Attachment &paper, int number, bool asksForOriginal, QWidget *parent = nullptr);

    const Attachment &paper() const { return m_paper; }
    void setPaper(const Attachment &paper);
    void setThumbnail(const QPixmap &picture);
    void setSelected(bool selected);
    void setBusy(bool busy); // a command is on its way
    QSize thumbnailSize() const;

Q_SIGNALS:
    void selected();
    void turnRequested(int degrees);
    void removeRequested();
    void originalReturned(bool returned);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QWidget *makeActions();
    QWidget *makeQuestion();
    void showWords();

    Attachment m_paper;
    int m_number;
    bool m_selected = false;
    QLabel *m_picture;
    TextLabel *m_title;
    TextLabel *m_facts;
    QStackedWidget *m_foot;
    QCheckBox *m_returned = nullptr;
    IconButton *m_show = nullptr;
    QWidget *m_keep = nullptr;
};

// "1,2 MB", as Vietnamese write it.
QString sizeWords(qint64 bytes);

} // namespace motcua
