#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

class QHBoxLayout;

namespace motcua {

class ActionButton;
class TextLabel;

// Heading of a part of a page, with room for one quiet action at its end.
class SectionTitle : public QWidget
{
    Q_OBJECT

public:
    explicit SectionTitle(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    ActionButton *addAction(const QString &words, Icon icon = Icon::None);

private:
    QHBoxLayout *m_row;
    TextLabel *m_label;
};

} // namespace motcua
