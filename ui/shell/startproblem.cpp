#include "ui/shell/startproblem.h"

#include "core/base/errorcatalog.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QLabel *line(const QString &text, TextRole role, const Theme &theme)
{
    auto *label = new QLabel(text);
    label->setFont(theme.font(role));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

StartProblem::StartProblem(const Error &error, QWidget *parent)
    : QWidget(parent)
{
    const Theme &theme = themeOf(this);
    const ErrorExplanation text = explain(error);
    setWindowTitle(tr("Một Cửa cannot start"));
    resize(theme.px(640), theme.px(360));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(40), theme.px(40), theme.px(40), theme.px(32));
    layout->setSpacing(theme.px(16));
    layout->addWidget(line(text.happened, TextRole::Title, theme));
    layout->addWidget(line(text.kept, TextRole::Body, theme));
    layout->addWidget(line(text.next, TextRole::Strong, theme));
    layout->addStretch();
    layout->addWidget(line(tr("Code for the help desk: %1").arg(text.id), TextRole::Code, theme));
    if (!error.subject.isEmpty())
        layout->addWidget(line(error.subject, TextRole::Small, theme));

    auto *close = new QPushButton(tr("Close"));
    close->setMinimumHeight(theme.target());
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    layout->addWidget(close, 0, Qt::AlignRight);
    close->setFocus();
}

} // namespace motcua
