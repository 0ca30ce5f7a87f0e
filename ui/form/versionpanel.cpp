#include "ui/form/versionpanel.h"

#include "core/procedure/answertext.h"
#include "ui/form/changessheet.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/tone.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString dayText(const QDate &day)
{
    return day.toString(u"dd/MM/yyyy"_s);
}

} // namespace

VersionPanel::VersionPanel(const AdministrativeUnits &units, QWidget *parent)
    : QFrame(parent)
    , m_units(units)
    , m_column(new QVBoxLayout(this))
{
    const Theme &theme = themeOf(this);
    m_column->setContentsMargins(theme.px(52), theme.px(12), theme.px(18), theme.px(12));
    m_column->setSpacing(theme.px(6));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void VersionPanel::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    m_serious = false;
    hide();
}

void VersionPanel::show(const PackStanding &standing)
{
    clear();
    if (!standing.left.isEmpty())
        addLeft(standing);
    if (standing.newer)
        addOffer(standing);
    else if (standing.doubt != PackStanding::Doubt::None)
        addDoubt(standing);
    addCommunes(standing);
    setVisible(m_column->count() > 0);
}

void VersionPanel::say(const QString &title, const QString &text)
{
    m_column->addWidget(new TextLabel(title, TextRole::Strong));
    if (!text.isEmpty())
        m_column->addWidget(new TextLabel(text, TextRole::Body));
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void VersionPanel::addOffer(const PackStanding &standing)
{
    const QString version = standing.newer->version;
    const QString ended = standing.doubt == PackStanding::Doubt::Expired
                              ? tr("The version of this draft ended on %1.").arg(dayText(standing.day)) + u' '
                              : QString();
    say(tr("This procedure has a newer version, in force since %1").arg(dayText(standing.newer->validFrom)),
        ended + changeSummary(packChanges(*standing.pack, *standing.newer)) + u' '
            + tr("Every answer that still fits stays where it is."));
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(buttons);
    row->setSpacing(themeOf(this).px(10));
    auto *move = new SecondaryButton(tr("Move this draft"), Icon::Forward);
    auto *changes = new QuietButton(tr("See what changes"), Icon::List);
    auto *keep = new QuietButton(tr("Keep the version it has"));
    move->setObjectName(u"moveDraft"_s);
    keep->setObjectName(u"keepVersion"_s);
    changes->setObjectName(u"seeChanges"_s);
    for (QWidget *button : { static_cast<QWidget *>(move), static_cast<QWidget *>(changes), static_cast<QWidget *>(keep) })
        row->addWidget(button);
    m_column->addWidget(buttons);
    connect(move, &QPushButton::clicked, this, [this, version] { Q_EMIT moveRequested(version); });
    connect(keep, &QPushButton::clicked, this, [this, version] { Q_EMIT declined(version); });
    connect(changes, &QPushButton::clicked, this, [this, standing] { openChanges(standing); });
}

void VersionPanel::openChanges(const PackStanding &standing)
{
    auto *sheet = new ChangesSheet(*standing.pack, *standing.newer, window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void VersionPanel::addDoubt(const PackStanding &standing)
{
    m_serious = true;
    const QString kept = tr("The dossier keeps its version. It can be completed and submitted under it; the portal decides.");
    switch (standing.doubt) {
    case PackStanding::Doubt::Expired:
        return say(tr("This version of the procedure ended on %1").arg(dayText(standing.day)), kept);
    case PackStanding::Doubt::NotYet:
        return say(tr("This version of the procedure takes effect on %1").arg(dayText(standing.day)),
                   tr("Please check the date of this machine.") + u' ' + kept);
    case PackStanding::Doubt::Withdrawn:
        return say(tr("This kiosk no longer offers this procedure"), kept);
    case PackStanding::Doubt::Writing:
        return say(tr("This form is still being written"), tr("What is typed here is never sent to the portal."));
    case PackStanding::Doubt::None:
        break;
    }
}

void VersionPanel::addLeft(const PackStanding &standing)
{
    QStringList lines;
    for (const LeftAnswer &left : standing.left) {
        FieldInfo plain;
        plain.pointer = left.pointer;
        plain.type = left.value.isBool() ? u"boolean"_s : left.value.isObject() ? u"object"_s : u"string"_s;
        plain.format = left.value.isObject() ? u"address"_s : QString();
        const QString text = left.shown.isEmpty() ? answerText(plain, left.value, m_units) : left.shown;
        lines.append(u"%1: %2"_s.arg(left.section.isEmpty() ? left.title : left.section + u" – "_s + left.title, text));
    }
    say(tr("No longer asked in the new version"), lines.join(u'\n'));
    auto *seen = new QuietButton(tr("Seen, close this note"), Icon::Check);
    seen->setObjectName(u"leftSeen"_s);
    m_column->addWidget(seen, 0, Qt::AlignLeft);
    connect(seen, &QPushButton::clicked, this, &VersionPanel::leftSeen);
}

// An old name is never wrong: it is kept as written, and who took over is said where it is known.
void VersionPanel::addCommunes(const PackStanding &standing)
{
    QStringList lines;
    for (const PackStanding::OldCommune &old : standing.communes) {
        if (old.now.isEmpty())
            lines.append(tr("%1 is no longer in the list of units; please ask for the name in force.").arg(old.name));
        else if (old.now.size() == 1)
            lines.append(tr("%1 belongs to %2 since %3.").arg(old.name, old.now.first(), dayText(old.on)));
        else
            lines.append(tr("%1 was split on %2 between: %3. Please ask where the person lives.")
                             .arg(old.name, dayText(old.on), old.now.join(u"; "_s)));
    }
    lines.removeDuplicates();
    if (!lines.isEmpty())
        say(tr("A commune in this dossier has changed"), lines.join(u'\n'));
}

void VersionPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ToneColors &colors = theme.tone(m_serious ? Tone::Waiting : Tone::Info);
    QPainter painter(this);
    paintBox(painter, rect(), colors.soft, colors.line, theme.border(), theme.px(8));
    paintIcon(painter, QRectF(theme.px(16), theme.px(12), theme.px(24), theme.px(24)), Icon::Law, colors.ink);
}

} // namespace motcua
