// Draws the pages of a dossier's walk into PNG files, to be looked at: motcua_formshots DIR [WIDTH HEIGHT] [contrast] [text=200]
// [forms|filled|papers] [CODE…]. With "forms", every step of every shipped procedure (or of those named) as it opens; with "filled",
// every step with all its fields answered, as tall as it is; with "papers", the official papers and the slip of those answers as PDF.
#include "core/counter/paperdesk.h"
#include "tests/ui/form/filling.h"
#include "tests/ui/form/kioskkit.h"
#include "ui/form/capturepage.h"
#include "ui/form/formview.h"
#include "ui/form/searchbox.h"
#include "ui/papers/componentcard.h"
#include "ui/papers/paperspage.h"
#include "ui/procedures/procedurepage.h"
#include "ui/slip/paperpage.h"
#include "ui/slip/slippage.h"
#include "ui/theme/theme.h"
#include "tests/ui/form/typing.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

QString folder;
QSize size;

void shoot(QWidget &page, const QString &name, int wait = 250)
{
    QTest::qWait(wait);
    page.grab().save(u"%1/%2.png"_s.arg(folder, name));
}

void present(Page &page)
{
    page.setAutoFillBackground(true);
    page.resize(size);
    page.show();
    (void)QTest::qWaitForWindowActive(&page);
    page.enter();
}

QString scan(const QString &path)
{
    QImage image(1240, 860, QImage::Format_RGB32);
    image.fill(QColor(0xf3f0e6));
    QPainter painter(&image);
    QFont font = painter.font();
    font.setPixelSize(52);
    painter.setFont(font);
    painter.setPen(QColor(0x7a1f1f));
    painter.drawText(QRect(0, 80, 1240, 80), Qt::AlignCenter, u"GIẤY TỜ MẪU"_s);
    painter.setPen(Qt::darkGray);
    for (int line = 0; line < 7; ++line)
        painter.fillRect(160, 240 + line * 70, 900 - (line % 3) * 160, 14, QColor(0xb9b3a4));
    painter.end();
    image.save(path, "JPG");
    return path;
}

QList<PackPtr> chosenPacks(const PackCatalog &catalog)
{
    static const QRegularExpression code(u"^\\d\\.\\d{6}$"_s);
    const QStringList chosen = QCoreApplication::arguments().filter(code);
    QList<PackPtr> packs;
    for (const PackPtr &pack : catalog.search({})) {
        if (chosen.isEmpty() || chosen.contains(pack->code))
            packs.append(pack);
    }
    return packs;
}

// As tall as the step needs, so that nothing hides below the edge.
void stretch(CapturePage &page)
{
    int hidden = 0;
    for (const QScrollArea *area : page.form()->findChildren<QScrollArea *>()) {
        if (area->isVisible())
            hidden = std::max(hidden, area->verticalScrollBar()->maximum());
    }
    page.resize(size.width(), std::min(size.height() + hidden, 3200));
}

void shootForms(bool filled)
{
    KioskKit kit(PackCatalog::shipped().value_or(PackCatalog({})));
    for (const PackPtr &pack : chosenPacks(kit.catalog)) {
        CapturePage page(kit.services());
        page.open(kit.draft(filled ? filling::answers(*pack) : QJsonObject {}, {}, pack->code));
        present(page);
        const int steps = int(page.form()->steps().size());
        for (int step = 0; step < steps + (filled ? 2 : 0); ++step) {
            if (step < steps && !page.form()->steps().at(step).visible)
                continue;
            page.resize(size);
            page.goToStep(step);
            if (filled) {
                QTest::qWait(60);
                stretch(page);
            }
            shoot(page, u"%1-%2"_s.arg(pack->code).arg(step + 1), 120);
        }
    }
}

void write(const QString &name, const Result<QByteArray> &pdf)
{
    QFile file(u"%1/%2.pdf"_s.arg(folder, name));
    if (!pdf || !file.open(QIODevice::WriteOnly))
        qFatal("%s: %s", qPrintable(name), pdf ? "cannot be written" : qPrintable(pdf.error().detail));
    file.write(*pdf);
}

void drawPapers()
{
    KioskKit kit(PackCatalog::shipped().value_or(PackCatalog({})));
    for (const PackPtr &pack : chosenPacks(kit.catalog)) {
        const Dossier dossier = kit.draft(filling::answers(*pack), {}, pack->code);
        for (const OfferedPaper &paper : kit.counter.papers().offered(dossier))
            write(pack->code + u'-' + paper.id, kit.counter.papers().paper(dossier.summary.id, paper.id).result());
        // What is not complete has no slip: these packs ask for papers that nobody shows here.
        const QString id = kit.draft(filling::known(*pack), {}, pack->code).summary.id;
        if (!kit.counter.submit(id).result())
            continue;
        write(pack->code + u"-phieu-tam"_s, kit.counter.slip(id).result());
        const Dossier handedIn = kit.stored(id);
        for (const OfferedPaper &paper : kit.counter.papers().offered(handedIn)) {
            if (!QFile::exists(u"%1/%2-%3.pdf"_s.arg(folder, pack->code, paper.id)))
                write(pack->code + u'-' + paper.id, kit.counter.papers().paper(id, paper.id).result());
        }
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QTranslator texts;
    if (texts.load(u":/translations/motcua_vi.qm"_s))
        QCoreApplication::installTranslator(&texts);
    const QStringList arguments = QCoreApplication::arguments();
    folder = arguments.value(1, u"."_s);
    size = QSize(arguments.value(2, u"1150"_s).toInt(), arguments.value(3, u"700"_s).toInt());
    QDir().mkpath(folder);
    const int text = arguments.filter(u"text="_s).value(0).section(u'=', 1).toInt();
    applyTheme(application, Theme(arguments.contains(u"contrast"_s) ? ThemeKind::HighContrast : ThemeKind::Light,
                                  text > 0 ? text : minTextPercent));
    if (arguments.contains(u"forms"_s) || arguments.contains(u"filled"_s)) {
        shootForms(arguments.contains(u"filled"_s));
        return 0;
    }
    if (arguments.contains(u"papers"_s)) {
        drawPapers();
        return 0;
    }
    KioskKit kit;

    ProcedurePage procedures(kit.catalog, ServiceDirectory::shipped(), kit.clock);
    present(procedures);
    shoot(procedures, u"1-procedures-all"_s);
    typing::text(u"hon nhan"_s);
    shoot(procedures, u"1-procedures"_s);
    procedures.enter();
    typing::text(u"dat"_s);
    shoot(procedures, u"1b-procedures-both"_s);
    procedures.enter();
    typing::text(u"ho chieu"_s);
    typing::enter();
    shoot(procedures, u"1c-procedures-service"_s);
    procedures.hide();

    const QStringList chosen { scan(kit.folder.filePath(u"a.jpg"_s)), scan(kit.folder.filePath(u"b.jpg"_s)) };
    const auto open = [&](const QJsonObject &form, const QString &focus) {
        auto page = std::make_unique<CapturePage>(kit.services(), [&](QWidget *, const auto &then) { then(chosen); });
        page->open(kit.draft(form, focus));
        present(*page);
        return page;
    };

    {
        auto page = open({}, {});
        shoot(*page, u"2-form-first"_s);
    }
    {
        auto page = open(sample::with(initialData(*sample::pack()), { { u"/request/purpose"_s, u"marriageVietnam"_s } }), {});
        shoot(*page, u"3-form-not-needed"_s);
    }
    {
        auto page = open(sample::with(sample::forSelf(), { { u"/requester/personalId"_s, u"0701950001"_s },
                                                           { u"/requester/residence"_s, QJsonValue::Undefined } }),
                         u"/requester/personalId"_s);
        typing::text(u"0701950001"_s);
        page->form()->focusField(u"/requester/residence/commune"_s);
        typing::text(u"da"_s);
        shoot(*page, u"4-form-person"_s, 1300);
    }
    {
        auto page = open(sample::with(sample::forSelf(), { { u"/requester/name"_s, QJsonValue::Undefined },
                                                           { u"/status/kind"_s, QJsonValue::Undefined },
                                                           { u"/request/kind"_s, u"reissue"_s } }),
                         {});
        page->goToStep(int(page->form()->steps().size()));
        page->papers()->addFiles(u"000.00.00.G15-KQ004946"_s, chosen);
        const QString broken = kit.folder.filePath(u"quyet dinh.pdf"_s);
        QFile file(broken);
        (void)file.open(QIODevice::WriteOnly);
        file.write("khong phai pdf");
        file.close();
        page->papers()->addFiles(u"000.00.00.G15-KQ003453"_s, { broken });
        shoot(*page, u"5-papers"_s, 1500);
        page->papers()->focusComponent(u"000.00.00.G15-KQ004946"_s);
        shoot(*page, u"5b-papers-files"_s, 300);
        page->goToStep(int(page->form()->steps().size()) + 1);
        shoot(*page, u"6-review-missing"_s);
    }
    {
        PaperPage papers(kit.services());
        papers.open(kit.draft(sample::with(sample::forSelf(), { { u"/status/kind"_s, QJsonValue::Undefined } }), {}).summary.id,
                    u"huong-dan"_s);
        present(papers);
        shoot(papers, u"7-papers-guidance"_s, 2500);
        papers.open(papers.dossierId());
        shoot(papers, u"7b-papers-declaration"_s, 2500);
    }
    {
        auto page = open(sample::forSelf(), {});
        page->goToStep(int(page->form()->steps().size()) + 1);
        shoot(*page, u"7-review-complete"_s);
        QString finished;
        QObject::connect(page.get(), &CapturePage::finished, page.get(), [&](const QString &id) { finished = id; });
        page->submit();
        (void)QTest::qWaitFor([&] { return !finished.isEmpty(); }, 3000);
        SlipPage slip(kit.services());
        slip.open(finished);
        present(slip);
        shoot(slip, u"8-slip"_s, 1200);
    }
    return 0;
}
