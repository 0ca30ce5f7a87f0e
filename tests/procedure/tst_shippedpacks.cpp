#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/procedurepack.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QString folder = u":/procedures/"_s;
const QDate today(2026, 11, 23);

struct NationalRow
{
    QString component;
    int originals = 0;
    int copies = 0;
};

// The component lists of the national portal, domain.md section 1 (state text of 18/7/2026).
QMultiHash<QString, NationalRow> readNationalList()
{
    QMultiHash<QString, NationalRow> rows;
    QFile file(QStringLiteral(NATIONAL_COMPONENTS));
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts).mid(1);
    for (const QString &line : lines) {
        const QStringList columns = line.split(u'\t');
        rows.insert(columns.at(0), { columns.at(1), columns.at(2).toInt(), columns.at(3).toInt() });
    }
    return rows;
}

// One row that names several papers is split in packs: KQ004389, KQ004389.1. Codes of our own hold no national number.
QString nationalCode(const QString &code)
{
    static const QRegularExpression part(u"(KQ[0-9]+)\\.[0-9]+$"_s);
    return QString(code).replace(part, u"\\1"_s);
}

QJsonObject shippedJson(const QString &name)
{
    QFile file(folder + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

PackPtr shippedPack(const QString &name)
{
    QFile file(folder + name);
    const Result<PackPtr> pack = parseProcedurePack(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    if (!pack)
        qWarning("%s: %s %s", qPrintable(name), qPrintable(pack.error().subject), qPrintable(pack.error().detail));
    return pack.value_or(nullptr);
}

int weight(const QString &confidence)
{
    return int(QStringList { u"verified"_s, u"secondary"_s, u"unverified"_s }.indexOf(confidence));
}

int weakest(const QJsonValue &value)
{
    int found = 0;
    if (value.isArray()) {
        for (const auto &item : value.toArray())
            found = qMax(found, weakest(item));
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (object.size() == 2 && object.contains("confidence"_L1))
            return weight(object.value("confidence"_L1).toString());
        for (const auto &member : object)
            found = qMax(found, weakest(member));
    }
    return found;
}

} // namespace

class TestShippedPacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyShippedPackIsSound_data() { addPacks(); }
    void everyShippedPackIsSound();
    void everyNationalComponentIsAnswered_data() { addPacks(); }
    void everyNationalComponentIsAnswered();
    void everyFieldSaysWhereItComesFrom_data() { addPacks(); }
    void everyFieldSaysWhereItComesFrom();
    void theWeakestMarkIsThePacksMark_data() { addPacks(); }
    void theWeakestMarkIsThePacksMark();

private:
    void addPacks()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = QDir(folder).entryList({ u"[0-9]*.json"_s }, QDir::Files, QDir::Name);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    QMultiHash<QString, NationalRow> m_national;
};

void TestShippedPacks::initTestCase()
{
    m_national = readNationalList();
    QVERIFY(m_national.size() > 400);
}

void TestShippedPacks::everyShippedPackIsSound()
{
    QFETCH(QString, name);
    const PackPtr pack = shippedPack(name);
    QVERIFY(pack);
    QCOMPARE(name, pack->code + u".json"_s);
    const FormState state = evaluateForm(*pack, initialData(*pack), {}, today);
    QVERIFY2(!state.complete(), "a form that nobody has touched asks for something");
    QVERIFY(!state.requiredFields.isEmpty());
}

void TestShippedPacks::everyNationalComponentIsAnswered()
{
    QFETCH(QString, name);
    const PackPtr pack = shippedPack(name);
    QVERIFY(pack);
    const QList<NationalRow> rows = m_national.values(pack->code);
    if (rows.isEmpty())
        return; // the lists of the linked procedures stand in the decree, not in the portal's table

    QSet<QString> national;
    for (const NationalRow &row : rows)
        national.insert(row.component);
    QSet<QString> asked, exactly;
    for (const Component &component : pack->components) {
        const QString code = nationalCode(component.code);
        if (!code.contains("KQ"_L1))
            continue;
        asked.insert(code);
        exactly.insert(component.code);
        QVERIFY2(national.contains(code), qPrintable(component.code + u" is in no national list of this procedure"_s));
        const bool fits = code != component.code || std::any_of(rows.cbegin(), rows.cend(), [&](const NationalRow &row) {
                              return row.component == code && component.originals <= row.originals
                                     && component.originals + component.copies <= row.originals + row.copies;
                          });
        QVERIFY2(fits, qPrintable(component.code + u" asks for more than the national list does"_s));
    }
    QSet<QString> reasoned;
    for (const auto &one : pack->json.value("notAsked"_L1).toArray())
        reasoned.insert(one.toObject().value("code"_L1).toString());
    QCOMPARE(exactly & reasoned, QSet<QString>());
    QCOMPARE(national - asked - reasoned, QSet<QString>());
    QCOMPARE(reasoned - national, QSet<QString>());
}

void TestShippedPacks::everyFieldSaysWhereItComesFrom()
{
    QFETCH(QString, name);
    const PackPtr pack = shippedPack(name);
    QVERIFY(pack);
    if (!m_national.contains(pack->code))
        return; // the linked procedures name the item of the form group by group
    QStringList silent;
    for (const FieldInfo &field : pack->compiled->fields()) {
        if (field.source.text.isEmpty())
            silent.append(field.pointer);
    }
    QCOMPARE(silent, QStringList());
}

void TestShippedPacks::theWeakestMarkIsThePacksMark()
{
    QFETCH(QString, name);
    const QJsonObject json = shippedJson(name);
    QCOMPARE(weight(json.value("confidence"_L1).toString()), weakest(json));
}

QTEST_GUILESS_MAIN(TestShippedPacks)
#include "tst_shippedpacks.moc"
