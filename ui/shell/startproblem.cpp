#include "ui/shell/startproblem.h"

#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace motcua {

StartProblem::StartProblem(const Error &error, QWidget *parent)
    : QWidget(parent)
{
    const Theme &theme = themeOf(this);
    setWindowTitle(tr("Một Cửa could not open"));
    QVBoxLayout *body = makeScrollBody(this, 640);
    body->addStretch(1);
    body->addWidget(new TextLabel(tr("Một Cửa could not open"), TextRole::Title));
    auto *banner = new Banner;
    banner->showError(error);
    body->addWidget(banner);
    auto *close = new PrimaryButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    body->addWidget(close, 0, Qt::AlignLeft);
    body->addStretch(2);
    resize(theme.px(760), theme.px(480));
    close->setFocus();
}

} // namespace motcua
