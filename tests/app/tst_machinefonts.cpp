// The first page knows the bundled font alone; afterwards the machine's fonts are there, for letters that ours lacks.
#include "app/kiosk/fontlist.h"
#include "ui/theme/bundledfonts.h"

#include <QDirIterator>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

bool machineHasFonts()
{
    QDirIterator files(u"/usr/share/fonts"_s, { u"*.ttf"_s, u"*.ttc"_s, u"*.otf"_s }, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext();
}

} // namespace

class TestMachineFonts : public QObject
{
    Q_OBJECT

public:
    explicit TestMachineFonts(FontList &fonts)
        : m_fonts(fonts)
    {
    }

private Q_SLOTS:
    void comeAfterTheFirstPage();

private:
    FontList &m_fonts;
};

void TestMachineFonts::comeAfterTheFirstPage()
{
    loadBundledFonts();
    const QStringList first = QFontDatabase::families();
    QVERIFY(first.contains(u"Noto Sans"_s));
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(15);
    const QString name = u"Nguyễn Thị Ngọc Điểu"_s;
    QVERIFY(QFontInfo(font).exactMatch());
    const int width = QFontMetrics(font).horizontalAdvance(name);

    std::thread([this] { m_fonts.readMachine(); }).join();
    if (!m_fonts.useMachine())
        QSKIP("this machine does not use fontconfig");
    rereadMachineFonts();
    QVERIFY(QFontDatabase::families().contains(u"Noto Sans"_s));
    QCOMPARE(QFontMetrics(font).horizontalAdvance(name), width);
    if (!machineHasFonts())
        QSKIP("this machine has no fonts of its own");
    QVERIFY(QFontDatabase::families().size() > first.size());
}

int main(int argc, char *argv[])
{
    FontList fonts;
    QGuiApplication application(argc, argv);
    fonts.wait();
    TestMachineFonts test(fonts);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_machinefonts.moc"
