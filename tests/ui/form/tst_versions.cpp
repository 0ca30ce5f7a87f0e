// Versions of a procedure as the officer sees them: offered, said, moved, left in view. MOTCUA_SHOTS=DIR draws what is seen.
#include "core/procedure/packchanges.h"
#include "tests/ui/form/kioskkit.h"
#include "ui/form/capturepage.h"
#include "ui/form/changessheet.h"
#include "ui/form/formview.h"
#include "ui/form/versionpanel.h"
#include "ui/procedures/procedurepage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/textlabel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("MOTCUA_SHOTS");
    QTest::qWait(200);
    if (!folder.isEmpty())
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

// The sample pack with its phone renamed, one more paper and another fee.
PackPtr newer(const QString &validFrom = u"2026-01-15"_s, const QString &validTo = {})
{
    QByteArray source = sample::pack()->source;
    for (const char *place : { "\"phone\": {", "properties/phone\"", "/requester/phone\"", ", \"phone\"]", ", \"phone\"," })
        source.replace(place, QByteArray(place).replace("phone", "telephone"));
    QJsonObject json = QJsonDocument::fromJson(source).object();
    json.insert("version"_L1, "2026.12.1"_L1);
    json.insert("validFrom"_L1, validFrom);
    validTo.isEmpty() ? json.remove("validTo"_L1) : (void)json.insert("validTo"_L1, validTo);
    QJsonObject fee = json.value("fee"_L1).toObject();
    fee.insert("text"_L1, u"Không thu từ ngày 15/01/2026"_s);
    json.insert("fee"_L1, fee);
    const Result<PackPtr> pack = parseProcedurePack(QJsonDocument(json).toJson());
    if (!pack)
        qFatal("%s %s", qPrintable(pack.error().subject), qPrintable(pack.error().detail));
    return *pack;
}

QString wordsOn(const QWidget *widget)
{
    QStringList words;
    const auto labels = widget->findChildren<TextLabel *>();
    for (const TextLabel *label : labels) {
        if (label->isVisible())
            words.append(label->text());
    }
    return words.join(u'\n');
}

} // namespace

class TestVersions : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskKit> m_kit;
    std::unique_ptr<CapturePage> m_page;
    QTranslator m_texts;

    VersionPanel *panel() const { return m_page->findChild<VersionPanel *>(); }
    void press(const QString &name) const
    {
        auto *button = panel()->findChild<QPushButton *>(name);
        QVERIFY2(button && button->isVisible(), qPrintable(name));
        button->click();
    }
    void open(const QString &id)
    {
        m_page = std::make_unique<CapturePage>(m_kit->services());
        m_page->resize(1140, 700);
        m_page->open(m_kit->stored(id));
        m_page->show();
        m_page->enter();
        QTest::qWait(50);
    }
    QString draft()
    {
        QJsonObject form = sample::forSelf();
        setValueAt(form, u"/requester/phone"_s, u"0912345678"_s);
        return m_kit->draft(form).summary.id;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_texts.load(u":/translations/motcua_vi.qm"_s));
        QCoreApplication::installTranslator(&m_texts);
        applyTheme(*qApp, Theme());
    }
    void init() { m_kit = std::make_unique<KioskKit>(); }
    void cleanup()
    {
        m_page.reset();
        m_kit.reset();
    }

    void offeredMovedAndLeftInView()
    {
        const QString id = draft();
        open(id);
        QVERIFY(!panel()->isVisible());
        m_kit->catalog = PackCatalog({ sample::pack(), newer() });
        QTest::qWait(50);
        QVERIFY(!panel()->isVisible()); // nobody is interrupted
        open(id);
        QTRY_VERIFY(panel()->isVisible());
        shoot(*m_page, u"versions-offer"_s);
        {
            ChangesSheet sheet(*sample::pack(), *newer(), m_page.get());
            sheet.show();
            shoot(sheet, u"versions-changes"_s);
            QVERIFY(wordsOn(&sheet).contains(u"Không thu từ ngày 15/01/2026"_s));
        }
        press(u"moveDraft"_s);
        QTRY_COMPARE(m_kit->stored(id).summary.packVersion, u"2026.12.1"_s);
        QTRY_VERIFY(wordsOn(panel()).contains(u"0912345678"_s));
        shoot(*m_page, u"versions-left"_s);
        QCOMPARE(valueAt(m_page->form()->answers(), u"/requester/name"_s), valueAt(sample::forSelf(), u"/requester/name"_s));
        open(id); // still there after the page was left
        QTRY_VERIFY(wordsOn(panel()).contains(u"0912345678"_s));
        press(u"leftSeen"_s);
        QTRY_VERIFY(!panel()->isVisible());
    }

    void declinedStaysDeclined()
    {
        const QString id = draft();
        m_kit->catalog = PackCatalog({ sample::pack(), newer() });
        open(id);
        QTRY_VERIFY(panel()->isVisible());
        press(u"keepVersion"_s);
        QTRY_VERIFY(!panel()->isVisible());
        open(id);
        QTest::qWait(100);
        QVERIFY(!panel()->isVisible());
        QCOMPARE(m_kit->stored(id).summary.packVersion, sample::pack()->version);
    }

    void anEndedVersionIsSaidAndBlocksNothing()
    {
        const QString id = draft();
        m_kit->catalog = PackCatalog({ newer(sample::pack()->validFrom.toString(Qt::ISODate), u"2026-10-31"_s) });
        open(id);
        QTRY_VERIFY(wordsOn(panel()).contains(u"31/10/2026"_s));
        shoot(*m_page, u"versions-ended"_s);

        ProcedurePage procedures(m_kit->catalog, ServiceDirectory(), m_kit->clock);
        procedures.resize(1140, 700);
        procedures.show();
        QCOMPARE(procedures.shownCodes(), QStringList { u"1.004873"_s });
        QVERIFY(wordsOn(&procedures).contains(u"Hết hiệu lực ngày 31/10/2026"_s));
        shoot(procedures, u"versions-procedures"_s);
    }
};

QTEST_MAIN(TestVersions)
#include "tst_versions.moc"
