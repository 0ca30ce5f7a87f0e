#include "ui/form/addresseditor.h"

#include "core/identity/administrativeunits.h"
#include "ui/form/searchbox.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

SearchItem itemFor(const AdministrativeUnit &unit, const QString &hint = {})
{
    return { unit.code, unit.fullName(), unit.name, hint };
}

} // namespace

AddressEditor::AddressEditor(const FieldInfo &field, const FormContext &context, bool askAsWritten, QWidget *parent)
    : FieldEditor(field, parent)
    , m_context(context)
{
    Q_ASSERT(context.units);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    const Theme &theme = themeOf(this);

    // In the order in which Vietnamese addresses are said: house, commune, province.
    auto *parts = new QHBoxLayout;
    parts->setSpacing(theme.px(12));
    layout->addLayout(parts);
    m_detail = new QLineEdit(this);
    m_commune = new SearchBox(this);
    m_province = new SearchBox(this);
    m_country = new SearchBox(this);
    parts->addWidget(part(tr("House number, street, hamlet"), m_detail), 4);
    parts->addWidget(part(tr("Commune, ward"), m_commune), 3);
    parts->addWidget(part(tr("Province or city"), m_province), 3);
    parts->addWidget(part(tr("Country"), m_country), 6);
    if (askAsWritten) {
        m_asWritten = new QLineEdit(this);
        layout->addWidget(part(tr("Old unit, as written on the papers (if different)"), m_asWritten));
    }
    m_abroad = new QCheckBox(tr("The address is abroad"), this);
    layout->addWidget(m_abroad, 0, Qt::AlignLeft);
    m_abroad->setVisible(!context.countries.isEmpty());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);

    QList<SearchItem> provinces;
    const AdministrativeUnit *homeCommune = context.units->find(context.homeCommune);
    if (const AdministrativeUnit *own = homeCommune ? context.units->find(homeCommune->parent) : nullptr)
        provinces.append(itemFor(*own));
    for (const AdministrativeUnit &unit : context.units->provinces()) {
        if (provinces.isEmpty() || provinces.first().value != QJsonValue(unit.code))
            provinces.append(itemFor(unit));
    }
    m_province->setItems(provinces);
    QList<SearchItem> countries;
    for (const Choice &choice : context.countries) {
        if (choice.value != "VN"_L1)
            countries.append({ choice.value, choice.title, {}, {} });
    }
    m_country->setItems(countries);

    m_commune->installEventFilter(this);
    connect(m_province, &SearchBox::chosen, this, [this] {
        offerCommunes();
        Q_EMIT edited();
    });
    connect(m_commune, &SearchBox::chosen, this, [this] {
        if (const AdministrativeUnit *commune = m_context.units->find(m_commune->value().toString()))
            m_province->setValue(commune->parent);
        Q_EMIT edited();
    });
    connect(m_country, &SearchBox::chosen, this, &FieldEditor::edited);
    connect(m_detail, &QLineEdit::textEdited, this, &FieldEditor::edited);
    if (m_asWritten)
        connect(m_asWritten, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_abroad, &QCheckBox::toggled, this, [this](bool isAbroad) {
        showAbroad(isAbroad);
        Q_EMIT edited();
    });
    showAbroad(false);
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
        put("province"_L1, m_province->value().toString());
        put("commune"_L1, m_commune->value().toString());
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
    m_province->setValue(address["province"_L1]);
    if (address.contains("province"_L1))
        offerCommunes();
    m_commune->setValue(address["commune"_L1]);
    if (m_detail->text() != address["detail"_L1].toString())
        m_detail->setText(address["detail"_L1].toString());
    if (m_asWritten && m_asWritten->text() != address["asWritten"_L1].toString())
        m_asWritten->setText(address["asWritten"_L1].toString());
    showAbroad(isAbroad);
}

void AddressEditor::offerCommunes()
{
    const QString province = m_province->value().toString();
    if (province == m_offeredProvince)
        return;
    m_offeredProvince = province;
    QList<SearchItem> items;
    const auto add = [&](const AdministrativeUnit &unit, const QString &hint) {
        if (unit.code != m_context.homeCommune)
            items.append(itemFor(unit, hint));
    };
    const AdministrativeUnit *home = m_context.units->find(m_context.homeCommune);
    // Most people at this counter live nearby: this commune first, then its province.
    if (home && (province.isEmpty() || home->parent == province))
        items.append(itemFor(*home, province.isEmpty() ? m_context.units->find(home->parent)->fullName() : QString()));
    const auto addAllOf = [&](const AdministrativeUnit &parent) {
        for (const AdministrativeUnit &unit : m_context.units->communesOf(parent.code))
            add(unit, province.isEmpty() ? parent.fullName() : QString());
    };
    const AdministrativeUnit *first = m_context.units->find(province.isEmpty() && home ? home->parent : province);
    if (first)
        addAllOf(*first);
    for (const AdministrativeUnit &parent : m_context.units->provinces()) {
        if (province.isEmpty() && (!first || parent.code != first->code))
            addAllOf(parent);
    }
    m_commune->setItems(items);
}

void AddressEditor::showAbroad(bool abroad)
{
    m_commune->parentWidget()->setVisible(!abroad);
    m_province->parentWidget()->setVisible(!abroad);
    m_country->parentWidget()->setVisible(abroad);
}

QList<QWidget *> AddressEditor::inputs() const
{
    QList<QWidget *> all { m_detail, m_commune, m_province, m_country };
    if (m_asWritten)
        all.append(m_asWritten);
    all.append(m_abroad);
    return all;
}

// The tick for addresses abroad is reached with Tab; Enter passes it by, and the province too when the commune has brought it along.
QList<QWidget *> AddressEditor::stops() const
{
    QList<QWidget *> all { m_detail };
    if (m_abroad->isChecked())
        all.append(m_country);
    else
        all.append(m_commune);
    if (!m_abroad->isChecked() && m_commune->value().isUndefined())
        all.append(m_province);
    if (m_asWritten)
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
    if (name == "commune"_L1)
        return m_commune;
    return name == "province"_L1 ? static_cast<QWidget *>(m_province) : m_detail;
}

QString AddressEditor::pointerOf(QWidget *input) const
{
    if (input == m_detail)
        return field().pointer + u"/detail"_s;
    if (input == m_commune)
        return field().pointer + u"/commune"_s;
    if (input == m_province)
        return field().pointer + u"/province"_s;
    if (input && input == m_asWritten)
        return field().pointer + u"/asWritten"_s;
    return field().pointer + u"/country"_s;
}

// The communes of the whole country are put into the list only where somebody goes to choose one.
bool AddressEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_commune && event->type() == QEvent::FocusIn)
        offerCommunes();
    return FieldEditor::eventFilter(watched, event);
}

void AddressEditor::commit()
{
    m_province->commit();
    m_commune->commit();
    m_country->commit();
}

void AddressEditor::setTitle(const QString &title, bool required)
{
    const auto name = [&](QWidget *input, const QString &caption) {
        const QString text = u"%1: %2"_s.arg(title, caption);
        input->setAccessibleName(required ? tr("%1, required").arg(text) : text);
    };
    name(m_province, tr("Province or city"));
    name(m_commune, tr("Commune, ward"));
    name(m_country, tr("Country"));
    m_detail->setAccessibleName(u"%1: %2"_s.arg(title, tr("House number, street, hamlet")));
    if (m_asWritten)
        m_asWritten->setAccessibleName(u"%1: %2"_s.arg(title, tr("Old unit, as written on the papers (if different)")));
}

} // namespace motcua
