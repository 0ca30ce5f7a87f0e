#include "ui/form/addresseditor.h"

#include "core/base/text.h"
#include "ui/form/noteline.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int narrowestPart = 250;
const QString formerMark = u"former/"_s; // before the name of a unit that is no more

SearchItem itemFor(const UnitHit &hit)
{
    return { hit.code, hit.hint.isEmpty() ? hit.name : u"%1, %2"_s.arg(hit.name, hit.hint), {}, {} };
}

} // namespace

AddressEditor::AddressEditor(const FieldInfo &field, const FormContext &context, AsWritten asWritten, QWidget *parent)
    : FieldEditor(field, parent)
    , m_context(context)
    , m_alwaysAsked(asWritten == AsWritten::Asked)
{
    Q_ASSERT(context.units);
    buildParts(asWritten != AsWritten::No);
    QList<SearchItem> countries;
    for (const Choice &choice : context.countries) {
        if (choice.value != "VN"_L1)
            countries.append({ choice.value, choice.title, {}, {} });
    }
    m_country->setItems(countries);
    m_unit->setSource([this](const QString &typed) { return offered(typed); });
    listen();
    showAbroad(false);
}

// In the order in which Vietnamese addresses are said: house, commune, province.
void AddressEditor::buildParts(bool keepsAsWritten)
{
    const Theme &theme = themeOf(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *holder = new QWidget(this);
    auto *parts = new FlowLayout(holder);
    parts->setSpacing(theme.px(12));
    parts->setItemWidth(theme.px(narrowestPart));
    layout->addWidget(holder);
    m_detail = new QLineEdit(this);
    m_unit = new SearchBox(this);
    m_country = new SearchBox(this);
    m_unit->setPlaceholderText(tr("Type its name, old name or code"));
    parts->addWidget(part(tr("House number, street, hamlet"), m_detail));
    parts->addWidget(part(tr("Commune, ward – province, city"), m_unit));
    parts->addWidget(part(tr("Country"), m_country));
    m_note = new NoteLine(this);
    layout->addWidget(m_note);
    if (keepsAsWritten) {
        m_asWritten = new QLineEdit(this);
        layout->addWidget(part(tr("Old unit, as written on the papers (if different)"), m_asWritten));
    }
    m_abroad = new QCheckBox(tr("The address is abroad"), this);
    layout->addWidget(m_abroad, 0, Qt::AlignLeft);
    m_abroad->setVisible(!m_context.countries.isEmpty());
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AddressEditor::listen()
{
    m_detail->installEventFilter(this);
    m_unit->installEventFilter(this);
    connect(m_unit, &SearchBox::chosen, this, &AddressEditor::unitChosen);
    connect(m_country, &SearchBox::chosen, this, &FieldEditor::edited);
    connect(m_detail, &QLineEdit::textEdited, this, &FieldEditor::edited);
    if (m_asWritten) {
        m_asWritten->installEventFilter(this);
        showAsWritten();
        connect(m_asWritten, &QLineEdit::textEdited, this, &FieldEditor::edited);
    }
    connect(m_abroad, &QCheckBox::toggled, this, [this](bool isAbroad) {
        showAbroad(isAbroad);
        Q_EMIT edited();
    });
}

// Small captions above each part; the field's own label stands above all of them.
QWidget *AddressEditor::part(const QString &caption, QWidget *input)
{
    auto *holder = new QWidget(this);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *label = new TextLabel(caption, TextRole::Small, TextLabel::Ink::Muted, holder);
    label->setWordWrap(false);
    label->setBuddy(input);
    layout->addWidget(label);
    layout->addWidget(input);
    input->setParent(holder);
    return holder;
}

QJsonValue AddressEditor::value() const
{
    QJsonObject address;
    const QString detail = m_detail->text();
    const QString asWritten = m_asWritten ? m_asWritten->text() : QString();
    const auto put = [&](QLatin1StringView name, const QString &text) {
        if (!text.trimmed().isEmpty())
            address.insert(name, text);
    };
    if (m_abroad->isChecked()) {
        put("country"_L1, m_country->value().toString());
    } else {
        put("province"_L1, m_provinceCode);
        put("commune"_L1, m_communeCode);
        if (!address.isEmpty() || !detail.trimmed().isEmpty())
            address.insert("country"_L1, u"VN"_s);
    }
    put("detail"_L1, detail);
    put("asWritten"_L1, asWritten);
    return address.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(address);
}

void AddressEditor::setValue(const QJsonValue &value)
{
    const QJsonObject address = value.toObject();
    if (this->value() == value)
        return;
    const QString country = address["country"_L1].toString();
    const bool isAbroad = !country.isEmpty() && country != "VN"_L1;
    {
        const QSignalBlocker quiet(m_abroad);
        m_abroad->setChecked(isAbroad);
    }
    m_country->setValue(isAbroad ? QJsonValue(country) : QJsonValue(QJsonValue::Undefined));
    m_provinceCode = address["province"_L1].toString();
    m_communeCode = address["commune"_L1].toString();
    m_asking.clear();
    const AdministrativeUnit *province = m_context.units->find(m_provinceCode);
    if (!m_communeCode.isEmpty())
        m_unit->setChoice(SearchItem { m_communeCode, m_context.units->fullName(m_communeCode), {}, {} });
    else if (!m_provinceCode.isEmpty())
        m_unit->setChoice(SearchItem { m_provinceCode, province ? province->fullName() : m_provinceCode, {}, {} });
    else
        m_unit->setChoice({});
    if (m_detail->text() != address["detail"_L1].toString())
        m_detail->setText(address["detail"_L1].toString());
    if (m_asWritten && m_asWritten->text() != address["asWritten"_L1].toString())
        m_asWritten->setText(address["asWritten"_L1].toString());
    showAsWritten();
    m_note->say({});
    showAbroad(isAbroad);
}

// A divided unit asks for one of its successors until something else is typed.
QList<SearchItem> AddressEditor::offered(const QString &typed)
{
    const UnitSearch &search = m_context.units->search();
    QList<SearchItem> items;
    for (const UnitHit &hit : search.communes(m_asking)) {
        if (matchesFolded(hit.name, typed))
            items.append(itemFor(hit));
    }
    if (!items.isEmpty())
        return items;
    m_asking.clear();
    m_former.clear();
    for (const UnitHit &hit : search.find(typed, m_context.homeCommune)) {
        if (hit.successors.isEmpty()) {
            items.append(itemFor(hit));
            continue;
        }
        m_former.append(hit);
        const QString now = hit.kind == UnitHit::Kind::Former && hit.successors.size() == 1
                                ? m_context.units->fullName(hit.successors.first())
                                : tr("now divided among %n", nullptr, int(hit.successors.size()));
        items.append({ formerMark + hit.name, tr("%1 (old)").arg(hit.name), {}, u"→ "_s + now });
    }
    return items;
}

void AddressEditor::unitChosen()
{
    const QString chosen = m_unit->value().toString();
    m_note->say({});
    if (chosen.startsWith(formerMark)) {
        for (const UnitHit &hit : QList<UnitHit>(m_former)) {
            if (formerMark + hit.name == chosen)
                return takeFormer(hit);
        }
        return;
    }
    const AdministrativeUnit *unit = m_context.units->find(chosen);
    m_asking.clear();
    const bool isCommune = unit && !unit->parent.isEmpty();
    m_communeCode = isCommune ? chosen : QString();
    m_provinceCode = isCommune ? unit->parent : chosen;
    showNamesake();
    Q_EMIT edited();
}

// The paper says the old name, the dossier needs the new one: both are kept.
void AddressEditor::takeFormer(const UnitHit &former)
{
    if (m_asWritten && m_asWritten->text().trimmed().isEmpty())
        m_asWritten->setText(former.name);
    showAsWritten();
    if (former.successors.size() > 1)
        return askWhich(former.successors);
    takeCommune(former.successors.first());
    m_note->say(tr("%1 is now %2.").arg(former.name, m_context.units->fullName(m_communeCode)));
}

void AddressEditor::takeCommune(const QString &code)
{
    const AdministrativeUnit *unit = m_context.units->find(code);
    if (!unit)
        return;
    m_asking.clear();
    m_communeCode = code;
    m_provinceCode = unit->parent;
    m_unit->setChoice(SearchItem { code, m_context.units->fullName(code), {}, {} });
    m_note->say({});
    Q_EMIT edited();
}

void AddressEditor::askWhich(const QStringList &communes)
{
    m_asking = communes;
    m_communeCode.clear();
    m_provinceCode.clear();
    m_unit->setChoice({});
    m_note->say(tr("The land of this old unit now belongs to %n units. Please choose the one where the house stands.", nullptr,
                   int(communes.size())));
    Q_EMIT edited();
    // Later: the key that chose the old unit still moves the cursor on.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_unit->setFocus(Qt::OtherFocusReason);
            m_unit->openList();
        },
        Qt::QueuedConnection);
}

// "Phường An Lộc" of today is not the one of old papers: nobody would notice by the name alone.
void AddressEditor::showNamesake()
{
    const QList<FormerUnit> namesakes =
        m_communeCode.isEmpty() ? QList<FormerUnit>() : m_context.units->search().namesakes(m_communeCode);
    if (namesakes.isEmpty() || (m_asWritten && !m_asWritten->text().trimmed().isEmpty()))
        return;
    const FormerUnit &old = namesakes.first();
    const UnitHit former { UnitHit::Kind::Former, {}, old.fullName(), {}, old.successors };
    const QString now = old.isDivided() ? tr("several units") : m_context.units->find(old.successors.first())->fullName();
    m_note->say(tr("Before 1/7/2025 another unit had this name: %1 is now %2.").arg(old.fullName(), now),
                old.isDivided() ? tr("It is the old one") : tr("Take %1").arg(now), [this, former] { takeFormer(former); });
}

// What was typed as the old unit is looked up once it is whole.
void AddressEditor::showWritten()
{
    const QList<FormerUnit> found = m_context.units->search().written(m_asWritten->text());
    if (found.size() != 1 || found.first().successors.contains(m_communeCode))
        return;
    const FormerUnit &old = found.first();
    const QStringList successors = old.successors;
    if (old.isDivided()) {
        m_note->say(tr("%1 was divided among %n units.", nullptr, int(successors.size())).arg(old.fullName()), tr("Choose one"),
                    [this, successors] { askWhich(successors); });
        return;
    }
    const QString now = m_context.units->fullName(successors.first());
    m_note->say(tr("%1 is now %2.").arg(old.fullName(), now), tr("Take it"),
                [this, successors] { takeCommune(successors.first()); });
}

// Most addresses have no other name: the line comes with the first old unit.
void AddressEditor::showAsWritten()
{
    if (m_asWritten)
        m_asWritten->parentWidget()->setVisible(m_alwaysAsked || !m_asWritten->text().isEmpty());
}

void AddressEditor::showAbroad(bool abroad)
{
    m_unit->parentWidget()->setVisible(!abroad);
    m_country->parentWidget()->setVisible(abroad);
}

QList<QWidget *> AddressEditor::inputs() const
{
    QList<QWidget *> all { m_detail, m_unit, m_country, m_note->button() };
    if (m_asWritten)
        all.append(m_asWritten);
    all.append(m_abroad);
    return all;
}

// The tick for addresses abroad is reached with Tab; Enter passes it by.
QList<QWidget *> AddressEditor::stops() const
{
    QList<QWidget *> all { m_detail, m_abroad->isChecked() ? m_country : m_unit };
    if (m_asWritten && m_alwaysAsked)
        all.append(m_asWritten);
    return all;
}

QWidget *AddressEditor::focusTarget(const QString &pointer) const
{
    const QString name = pointer.mid(field().pointer.size() + 1);
    if (name == "asWritten"_L1 && m_asWritten)
        return m_asWritten;
    if (m_abroad->isChecked())
        return name == "country"_L1 ? static_cast<QWidget *>(m_country) : m_detail;
    return name == "commune"_L1 || name == "province"_L1 ? static_cast<QWidget *>(m_unit) : m_detail;
}

QString AddressEditor::pointerOf(QWidget *input) const
{
    if (input == m_detail)
        return field().pointer + u"/detail"_s;
    if (input == m_unit || input == m_note->button())
        return field().pointer + u"/commune"_s;
    if (input && input == m_asWritten)
        return field().pointer + u"/asWritten"_s;
    return field().pointer + u"/country"_s;
}

// The lists are read while the person types the house number, so that the first letter of the commune need not wait for them.
bool AddressEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched != m_asWritten)
        m_context.units->search().warmUp();
    if (event->type() == QEvent::FocusOut && watched == m_asWritten)
        showWritten();
    return FieldEditor::eventFilter(watched, event);
}

void AddressEditor::commit()
{
    m_unit->commit();
    m_country->commit();
}

void AddressEditor::setTitle(const QString &title, bool required)
{
    const auto name = [&](QWidget *input, const QString &caption) {
        const QString text = u"%1: %2"_s.arg(title, caption);
        input->setAccessibleName(required ? tr("%1, required").arg(text) : text);
    };
    name(m_unit, tr("Commune, ward – province, city"));
    name(m_country, tr("Country"));
    m_detail->setAccessibleName(u"%1: %2"_s.arg(title, tr("House number, street, hamlet")));
    if (m_asWritten)
        m_asWritten->setAccessibleName(u"%1: %2"_s.arg(title, tr("Old unit, as written on the papers (if different)")));
}

} // namespace motcua
