#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class CompiledPack;

// Where a rule of law or a text comes from (domain.md marks).
struct LegalSource
{
    QString text;       // "Luật Hộ tịch 2014, Điều 9"
    QString confidence; // "verified", "secondary", "unverified"
};

// A JSON Forms rule: the effect holds when the data at `pointer` are valid against `schema`.
struct LayoutRule
{
    enum class Effect { Show, Hide, Enable, Disable };
    Effect effect = Effect::Show;
    QString pointer; // JSON pointer into the data
    QJsonObject schema;
    bool failWhenUndefined = false;
};

// One value of a choice field (JSON Schema oneOf/const/title).
struct Choice
{
    QJsonValue value;
    QString title;
};

// What the schema says of one field, ready for a form view.
struct FieldInfo
{
    QString pointer; // JSON pointer into the data: "/subject/name"
    QString type;    // JSON Schema type: string, integer, number, boolean, object, array
    // x-format of the pack: personName, personalId, partialDate, date, address, ethnicity, nationality, phone, email, money;
    // empty = plain.
    QString format;
    QString title;
    QString help; // description: one line for the officer
    LegalSource source;
    QList<Choice> choices;
    QJsonValue defaultValue; // undefined when there is none
    int maxLength = 0;       // 0 = no limit
    bool multiline = false;
    bool confirmation = false; // a boolean that must be ticked (statement under oath)
    QString section;           // label of the nearest group or category around the control: tells two names in one form apart
};

// The JSON Forms UI schema as a tree. `id` is the path of the element in the tree ("0/2/1"): stable within one pack version.
struct LayoutElement
{
    enum class Kind { Vertical, Horizontal, Group, Categorization, Category, Control, Label };
    Kind kind = Kind::Vertical;
    QString id;
    QString label; // of a group, category or control (falls back to the schema's title); the text of a Label
    std::optional<LayoutRule> rule;
    std::optional<FieldInfo> field; // of a Control
    QJsonObject options;
    QList<LayoutElement> children;
};

// A paper the dossier must or may contain.
struct Component
{
    enum class Handling {
        Submit, // nộp: the original is kept and goes with the dossier
        Show,   // xuất trình: looked at, photographed, given back at once
        Copy,   // a copy or scan is enough
    };
    QString code; // national component code: "000.00.00.G15-KQ003453"
    QString title;
    QString help;
    Handling handling = Handling::Show;
    int originals = 1;
    int copies = 0;
    bool mayGoSmall = false;                // a smaller picture may go first, the original after it ("rendition": "allowed")
    bool required = false;                  // whenever the condition holds (no condition = always)
    std::optional<LayoutRule> condition;    // when it is asked for at all
    std::optional<LayoutRule> requiredWhen; // when it must be there although `required` is false
    LegalSource source;
};

// Something the officer must tell the citizen when the condition holds, before going on.
struct Advice
{
    enum class Kind { Notice, NotNeeded, Refuse }; // NotNeeded: the citizen does not need this procedure at all
    QString id;
    Kind kind = Kind::Notice;
    QString title;
    QString text;
    LegalSource source;
    LayoutRule condition;
};

// One immutable version of one procedure. Made only by parseProcedurePack(); share freely between threads.
struct ProcedurePack
{
    QString code;    // "1.004873"
    QString version; // "2026.11.1"
    QString name;
    QString shortName;
    QString field;   // "Hộ tịch"
    QString handler; // "UBND cấp xã (công chức tư pháp - hộ tịch)"
    QStringList keywords;
    QDate validFrom;
    QDate validTo; // invalid = open
    QList<LegalSource> legalBasis;
    QString deadlineText; // "03 ngày làm việc …": shown as an estimate before the portal's receipt
    QString feeText;
    QString resultText;
    QString applicantPointer; // whose case it is: data pointer of the name shown in lists and on the slip
    QString requesterPointer; // who files it
    QString personalIdPointer;
    QString phonePointer;
    QStringList applicantPointers; // first non-empty answer wins; the single pointers above are the first of these lists
    QStringList requesterPointers;
    QStringList personalIdPointers;
    QStringList phonePointers;
    QJsonObject schema;
    QJsonObject uiSchema;
    LayoutElement layout;
    QList<Component> components;
    QList<Advice> advice;
    QJsonObject json;     // the whole pack: rooms above read branches, prefill, papers … from it (packparts.h)
    QByteArray source;    // the exact bytes of the file
    QString sha256;       // of `source`
    QJsonObject deadline; // {"rule", "amount", "unit", …}: domain.md 4.3; its text above
    QJsonObject fee;
    QDate checkedOn;                              // when somebody last compared it with the law
    QString confidence;                           // the weakest mark of its sources: "verified", "secondary", "unverified"
    std::shared_ptr<const CompiledPack> compiled; // validators made once, see compiledpack.h
};

using PackPtr = std::shared_ptr<const ProcedurePack>;

// PackMalformed with a JSON pointer as subject: not JSON, a missing member, a schema that is no schema, a control that points nowhere.
Result<PackPtr> parseProcedurePack(const QByteArray &json);

// The component with this code: ComponentUnknown.
Result<Component> requireComponent(const ProcedurePack &pack, const QString &code);

// Those linked into the program, read now: PackMalformed.
Result<QList<PackPtr>> readShippedPacks();

// What a procedure is on one day. Of the versions whose validFrom has come, the one with the latest validFrom speaks, among equals
// the newest: so a corrected or withdrawn version is given out with the validFrom of the one that it takes the place of.
struct PackOnDay
{
    enum class State { InForce, NotYet, Expired };
    PackPtr pack; // the version that speaks, or the first that will
    State state = State::InForce;

    bool operator==(const PackOnDay &) const = default;
};

// The packs this kiosk knows. Copies share what was read; thread-safe.
class PackCatalog
{
public:
    using Source = std::function<Result<QList<PackPtr>>()>;

    static Result<PackCatalog> shipped(); // those linked into the program, read now: PackMalformed
    // The same, read when first asked for, so that the first paint does not wait for them. load() tells what is wrong with them.
    static PackCatalog shippedWhenNeeded();
    static PackCatalog readWhenNeeded(Source source);
    explicit PackCatalog(QList<PackPtr> packs);

    Result<void> load() const;   // PackMalformed; the catalog is empty then
    Result<void> reload() const; // asks the source again; what was there stays when that fails
    QList<PackPtr> all() const;
    PackPtr newest(const QString &code) const;                                   // nullptr when unknown
    PackPtr find(const QString &code, const QString &version) const;             // nullptr when unknown
    std::optional<PackOnDay> onDay(const QString &code, const QDate &day) const; // nothing when the code is unknown
    PackPtr inForce(const QString &code, const QDate &day) const;                // nullptr when none is
    QList<PackPtr> search(const QString &text) const; // newest versions; tone marks do not matter; empty text = all
    QList<PackOnDay> offers(const QString &text, const QDate &day) const; // each procedure once, those not in force last

private:
    struct Shelf;
    std::shared_ptr<Shelf> m_shelf;
};

} // namespace motcua
