#pragma once

#include "core/dossier/attachment.h"

#include <QAbstractButton>
#include <QImage>

namespace motcua {

// A scanned paper as a small picture with its words; pressing it opens the large view.
class PaperThumb : public QAbstractButton
{
    Q_OBJECT

public:
    PaperThumb(const Attachment &paper, const QString &title, QWidget *parent = nullptr);

    void setPicture(const QImage &picture); // null when it cannot be shown
    QSize pictureSize() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_more;
    QString m_original;
    bool m_returned;
    QImage m_picture;
};

} // namespace motcua
