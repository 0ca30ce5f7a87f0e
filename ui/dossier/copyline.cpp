#include "ui/dossier/copyline.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace motcua {

CopyLine::CopyLine(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_code(new TextLabel({}, TextRole::Strong))
{
    const Theme &theme = themeOf(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    auto *words = new TextLabel(label, TextRole::Small, TextLabel::Ink::Muted);
    words->setWordWrap(false);
    row->addWidget(words);
    m_code->setWordWrap(false);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_code);
    auto *copy = new IconButton(Icon::Copy, tr("Copy: %1").arg(label));
    row->addWidget(copy);
    row->addStretch(1);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_code->text());
        Q_EMIT copied();
    });
}

void CopyLine::setCode(const QString &code)
{
    m_code->setText(code);
    setVisible(!code.isEmpty());
}

} // namespace motcua
