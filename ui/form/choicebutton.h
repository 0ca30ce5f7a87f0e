#pragma once

#include <QRadioButton>

namespace motcua {

// A radio button whose words wrap, pressed anywhere on its line; shows the key that chooses it while the keyboard is in its group.
class ChoiceButton final : public QRadioButton
{
    Q_OBJECT

public:
    ChoiceButton(const QString &words, int number, QWidget *parent = nullptr);

    void setKeyShown(bool shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool hitButton(const QPoint &place) const override { return rect().contains(place); }
    void paintEvent(QPaintEvent *event) override;

private:
    int textLeft() const;
    int capRoom() const;
    QRect wordsIn(int width) const;

    int m_number;
    bool m_keyShown = false;
};

} // namespace motcua
