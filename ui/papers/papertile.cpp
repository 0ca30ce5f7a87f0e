#include "ui/papers/papertile.h"

#include "ui/theme/paint.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

QString sizeWords(qint64 bytes)
{
    const QLocale vietnamese(QLocale::Vietnamese, QLocale::Vietnam);
    if (bytes >= 1024 * 1024)
        return PaperTile::tr("%1 MB").arg(vietnamese.toString(double(bytes) / (1024 * 1024), 'f', 1));
    return PaperTile::tr("%1 KB").arg(vietnamese.toString(qMax<qint64>(1, (bytes + 512) / 1024)));
}

PaperTile::PaperTile(const Attachment &paper, int number, bool asksForOriginal, QWidget *parent)
    : QFrame(parent)
    , m_paper(paper)
    , m_number(number)
    , m_picture(new QLabel(this))
    , m_title(new TextLabel({}, TextRole::Strong, TextLabel::Ink::Normal, this))
    , m_facts(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted, this))
    , m_foot(new QStackedWidget(this))
{
    const Theme &theme = themeOf(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8));
    row->setSpacing(theme.px(12));
    m_picture->setFixedSize(thumbnailSize());
    m_picture->setAlignment(Qt::AlignCenter);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    words->addWidget(m_title);
    words->addWidget(m_facts);
    if (asksForOriginal) {
        m_returned = new QCheckBox(tr("Original given back"), this);
        connect(m_returned, &QCheckBox::toggled, this, &PaperTile::originalReturned);
        words->addWidget(m_returned, 0, Qt::AlignLeft);
    }
    m_foot->addWidget(makeActions());
    m_foot->addWidget(makeQuestion());
    m_foot->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    words->addWidget(m_foot);
    row->addLayout(words, 1);
    showWords();
}

QSize PaperTile::thumbnailSize() const
{
    const Theme &theme = themeOf(this);
    return { theme.px(84), theme.px(112) };
}

QWidget *PaperTile::makeActions()
{
    const Theme &theme = themeOf(this);
    auto *actions = new QWidget(m_foot);
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(4));
    const auto add = [&](Icon icon, const QString &words) {
        auto *button = new IconButton(icon, words, actions);
        row->addWidget(button);
        return button;
    };
    m_show = add(Icon::Eye, tr("Show file %1 large").arg(m_number));
    connect(m_show, &QPushButton::clicked, this, &PaperTile::selected);
    auto *left = add(Icon::RotateLeft, tr("Turn file %1 to the left").arg(m_number));
    connect(left, &QPushButton::clicked, this, [this] { Q_EMIT turnRequested(270); });
    auto *right = add(Icon::RotateRight, tr("Turn file %1 to the right").arg(m_number));
    connect(right, &QPushButton::clicked, this, [this] { Q_EMIT turnRequested(90); });
    auto *remove = add(Icon::Trash, tr("Take file %1 out").arg(m_number));
    connect(remove, &QPushButton::clicked, this, [this] {
        m_foot->setCurrentIndex(1);
        m_keep->setFocus(Qt::TabFocusReason);
    });
    row->addStretch(1);
    return actions;
}

QWidget *PaperTile::makeQuestion()
{
    const Theme &theme = themeOf(this);
    auto *question = new QWidget(m_foot);
    auto *row = new QHBoxLayout(question);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(6));
    auto *keep = new SecondaryButton(tr("Keep it"), Icon::None, question);
    auto *remove = new DangerButton(tr("Take it out of the dossier"), Icon::Trash, question);
    m_keep = keep;
    row->addWidget(keep);
    row->addWidget(remove);
    row->addStretch(1);
    connect(keep, &QPushButton::clicked, this, [this] {
        m_foot->setCurrentIndex(0);
        m_show->setFocus(Qt::TabFocusReason);
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        setBusy(true);
        Q_EMIT removeRequested();
    });
    return question;
}

void PaperTile::setPaper(const Attachment &paper)
{
    m_paper = paper;
    showWords();
}

void PaperTile::showWords()
{
    m_title->setText(tr("File %1").arg(m_number));
    const QString kind =
        m_paper.mediaType == "application/pdf"_L1 ? tr("PDF, %n page(s)", nullptr, m_paper.pages) : tr("picture");
    m_facts->setText(u"%1 · %2"_s.arg(kind, sizeWords(m_paper.size)));
    setAccessibleName(u"%1, %2"_s.arg(m_title->text(), m_facts->text()));
    if (m_returned) {
        const QSignalBlocker quiet(m_returned);
        m_returned->setChecked(m_paper.originalReturned);
    }
}

void PaperTile::setThumbnail(const QPixmap &picture)
{
    m_picture->setPixmap(picture);
}

void PaperTile::setSelected(bool selected)
{
    m_selected = selected;
    update();
}

void PaperTile::setBusy(bool busy)
{
    m_foot->setEnabled(!busy);
    if (m_returned)
        m_returned->setEnabled(!busy);
    if (!busy)
        m_foot->setCurrentIndex(0);
}

void PaperTile::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    paintBox(painter, rect(), m_selected ? colors.primarySoft : colors.surface, m_selected ? colors.primary : colors.line,
             theme.border(), theme.radius());
    paintBox(painter, m_picture->geometry(), colors.sunken, colors.line, 1, 2);
}

void PaperTile::mousePressEvent(QMouseEvent *event)
{
    if (m_picture->geometry().contains(event->position().toPoint()))
        Q_EMIT selected();
    QFrame::mousePressEvent(event);
}

} // namespace motcua
