#include "ui/dossier/paperview.h"

#include "ui/papers/paperpreview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"

#include <QVBoxLayout>

namespace motcua {

PaperView::PaperView(Counter &counter, const Attachment &paper, const QString &title, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(themeOf(this).px(8));
    auto *preview = new PaperPreview(counter);
    column->addWidget(preview, 1);
    auto *close = new SecondaryButton(tr("Close"), Icon::Close);
    close->setKeyHint(QStringLiteral("Esc"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(parent->window()->size() * 0.9);
    preview->show(paper, title);
    close->setFocus();
}

} // namespace motcua
