#include "ui/form/handoversheet.h"

#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

HandOverSheet::HandOverSheet(const QString &code, int missing, QWidget *parent)
    : QDialog(parent)
{
    const Theme &theme = themeOf(this);
    setWindowTitle(tr("Hand over to the officers"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    column->setSpacing(theme.px(12));
    column->addWidget(new TextLabel(tr("Hand over to the officers?"), TextRole::Title));
    column->addWidget(
        new TextLabel(tr("An officer of this commune goes on with %1. From then on you can no longer see it.").arg(code)));
    if (missing > 0)
        column->addWidget(new TextLabel(
            tr("%n entries are still missing. Please tell the officer what the citizen has to bring.", nullptr, missing),
            TextRole::Body, TextLabel::Ink::Muted));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(12));
    auto *keep = new SecondaryButton(tr("Not yet"));
    keep->setKeyHint(u"Esc"_s);
    auto *give = new PrimaryButton(tr("Hand over"));
    give->setObjectName(u"reallyHandOver"_s);
    row->addStretch(1);
    row->addWidget(keep);
    row->addWidget(give);
    column->addLayout(row);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(give, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(theme.px(520));
    keep->setFocus(); // the safe answer
}

} // namespace motcua
