// Fields and papers by the names that people see: what a portal's JSON pointer means.
#include "core/procedure/fieldlabel.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

PackPtr packFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(path));
    const Result<PackPtr> read = parseProcedurePack(file.readAll());
    if (!read)
        qFatal("%s: %s", qPrintable(read.error().subject), qPrintable(read.error().detail));
    return *read;
}

void controls(const LayoutElement &element, QList<const LayoutElement *> &into)
{
    if (element.field)
        into.append(&element);
    for (const LayoutElement &child : element.children)
        controls(child, into);
}

} // namespace

class TestFieldLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreCalledByTheirNumber()
    {
        const PackPtr pack = packFrom(QStringLiteral(LISTS_PACK));
        const QString name = fieldLabel(*pack, u"/household/members/1/name"_s);
        QVERIFY2(name.contains(u" 2: "_s), qPrintable(name));
        const QString list = fieldLabel(*pack, u"/household/members"_s);
        QVERIFY(!list.isEmpty() && !list.startsWith(u'/'));
        QVERIFY(fieldLabel(*pack, u"/household/members/4"_s).endsWith(u" 5"_s));
    }

    void aPointerNobodyKnowsStaysItself()
    {
        const PackPtr pack = packFrom(QStringLiteral(LISTS_PACK));
        QCOMPARE(fieldLabel(*pack, u"/nowhere/atAll"_s), u"/nowhere/atAll"_s);
        QCOMPARE(fieldLabel(*pack, {}), QString());
        QCOMPARE(componentTitle(*pack, u"000.KQ"_s), u"000.KQ"_s);
    }

    // In every shipped pack, each field has words, a part of it has the same words, and no two fields share them.
    void everyShippedFieldHasItsOwnWords()
    {
        int packs = 0;
        QDirIterator files(QStringLiteral(SHIPPED_PACKS), { u"*.json"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<PackPtr> pack = parseProcedurePack(file.readAll());
            if (!pack)
                continue; // lists that lie beside the packs
            ++packs;
            QList<const LayoutElement *> all;
            controls((*pack)->layout, all);
            QHash<QString, QString> seen;
            for (const LayoutElement *control : std::as_const(all)) {
                const QString pointer = control->field->pointer;
                const QString label = fieldLabel(**pack, pointer);
                QVERIFY2(!label.isEmpty() && !label.startsWith(u'/'), qPrintable((*pack)->code + pointer));
                if (control->field->type == "object"_L1)
                    QCOMPARE(fieldLabel(**pack, pointer + u"/inside"_s), label);
                const QString before = seen.value(label, pointer);
                if (before != pointer)
                    qInfo("%s: %s and %s are both called %s", qPrintable((*pack)->code), qPrintable(before), qPrintable(pointer),
                          qPrintable(label));
                seen.insert(label, pointer);
            }
            for (const Component &component : (*pack)->components)
                QCOMPARE(componentTitle(**pack, component.code), component.title);
        }
        QVERIFY(packs >= 10);
    }
};

QTEST_GUILESS_MAIN(TestFieldLabel)
#include "tst_fieldlabel.moc"
