#include "ui/shell/helpsheet.h"

#include "ui/theme/paint.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

class KeyCap final : public QWidget
{
public:
    explicit KeyCap(const QString &keys)
        : m_keys(keys)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        return { QFontMetrics(theme.font(TextRole::Strong)).horizontalAdvance(m_keys) + theme.px(20), theme.px(30) };
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        paintBox(painter, rect(), theme.colors().sunken, theme.colors().lineStrong, 1, theme.px(5));
        painter.setFont(theme.font(TextRole::Strong));
        painter.setPen(theme.colors().text);
        painter.drawText(rect(), Qt::AlignCenter, m_keys);
    }

private:
    QString m_keys;
};

} // namespace

HelpSheet::HelpSheet(QWidget *parent)
    : QDialog(parent)
{
    const Theme &theme = themeOf(this);
    setWindowTitle(tr("Help"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    column->setSpacing(theme.px(12));
    column->addWidget(new TextLabel(tr("Keys"), TextRole::Title));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(16));
    grid->setVerticalSpacing(theme.px(6));
    const std::pair<QString, QString> keys[] = {
        { u"F1"_s, tr("This help") },
        { u"F2"_s, tr("New dossier") },
        { u"F3"_s, tr("Find a dossier") },
        { u"F4"_s, tr("Queue") },
        { u"F5"_s, tr("Send now") },
        { u"F9"_s, tr("Lock, or let another person sign in; what was typed is kept") },
        { u"Ctrl+L"_s, tr("Lock and sign out; drafts stay saved") },
        { u"Esc"_s, tr("One step back") },
        { u"Tab, Shift+Tab"_s, tr("Next field, field before") },
        { u"Enter"_s, tr("Press the button or open the line that has the frame") },
    };
    int row = 0;
    for (const auto &[key, words] : keys) {
        grid->addWidget(new KeyCap(key), row, 0, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(new TextLabel(words), row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    column->addWidget(new TextLabel(tr("If something does not work, read the code that begins with MC to the help desk. Whatever "
                                       "was saved is safe on this machine."),
                                    TextRole::Body, TextLabel::Ink::Muted));
    auto *close = new SecondaryButton(tr("Close"));
    close->setKeyHint(u"Esc"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    close->setFocus();
    setMinimumWidth(theme.px(640));
}

} // namespace motcua
