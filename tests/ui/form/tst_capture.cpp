#include "tests/ui/form/kioskkit.h"
#include "tests/ui/form/typing.h"
#include "ui/form/advicepanel.h"
#include "ui/form/capturepage.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formview.h"
#include "ui/papers/componentcard.h"
#include "ui/papers/paperspage.h"
#include "ui/papers/papertile.h"
#include "ui/procedures/procedurepage.h"
#include "ui/review/reviewpage.h"
#include "ui/slip/pdfsheets.h"
#include "ui/slip/paperpage.h"
#include "ui/slip/slippage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"

#include <QBuffer>
#include <QClipboard>
#include <QCheckBox>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPageSize>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfWriter>
#include <QPrinter>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QString idPaper = u"000.00.00.G15-KQ004946"_s;

// A real two-page PDF and a real PNG, made here.
QByteArray pdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    painter.drawText(200, 400, u"Trang 1"_s);
    writer.newPage();
    painter.drawText(200, 400, u"Trang 2"_s);
    painter.end();
    return bytes;
}

QByteArray png()
{
    QImage image(600, 400, QImage::Format_RGB32);
    image.fill(QColor(0xdd, 0xee, 0xff));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

class TestCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void procedureIsFoundWithoutToneMarks();
    void filledAndSubmittedByKeyboardAlone();
    void typingIsSavedWithinTwoSeconds();
    void crashReopensAtTheSameField();
    void leavingSavesFirst();
    void notNeededSaysSoAndEnds();
    void notNeededMayBeOverruled();
    void reviewListsEverythingMissingAtOnce();
    void reviewLeadsToTheField();
    void papersComeFromSeveralFiles();
    void brokenFileIsRefusedWithItsReason();
    void tooLargeFileIsNotEvenRead();
    void pastedPictureIsAPaper();
    void paperIsTurnedReturnedAndRemoved();
    void paperStaysWithItsDossier();
    void submittingWaitsForThePapers();
    void leavingWaitsForThePapers();
    void leavingStaysAtARefusedPaper();
    void leavingWaitsForTheSubmission();
    void paperBeingTurnedTakesNoOtherCommand();
    void tileMayGoBeforeItsThumbnailComes();
    void slipIsShownPrintedAndSaved();
    void sheetsOpenAlthoughTheirRoomChanges();
    void papersAreShownSavedAndJournalled();

private:
    void open(const Dossier &dossier);
    QString fileWith(const QString &name, const QByteArray &content);
    void drop(ComponentCard *card, const QStringList &paths);
    QJsonObject savedForm() { return m_kit->stored(m_page->dossierId()).form; }
    ActionButton *button(const QWidget *page, const QString &words) const;

    std::unique_ptr<KioskKit> m_kit;
    std::unique_ptr<CapturePage> m_page;
    QStringList m_toChoose; // what the file dialog would answer
};

void TestCapture::initTestCase()
{
    applyTheme(*qApp, Theme());
}

void TestCapture::init()
{
    m_kit = std::make_unique<KioskKit>();
}

void TestCapture::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestCapture::open(const Dossier &dossier)
{
    m_page = std::make_unique<CapturePage>(m_kit->services(), [this](QWidget *, const auto &then) { then(m_toChoose); });
    m_page->resize(1140, 700);
    m_page->open(dossier);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->enter();
}

QString TestCapture::fileWith(const QString &name, const QByteArray &content)
{
    QFile file(m_kit->folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

void TestCapture::drop(ComponentCard *card, const QStringList &paths)
{
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    mime.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(card, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(card, &event);
}

ActionButton *TestCapture::button(const QWidget *page, const QString &words) const
{
    const QList<ActionButton *> all = page->findChildren<ActionButton *>();
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [&](const ActionButton *each) { return each->isVisible() && each->text() == words; });
    return found == all.cend() ? nullptr : *found;
}

void TestCapture::procedureIsFoundWithoutToneMarks()
{
    ProcedurePage page(m_kit->catalog, ServiceDirectory::shipped(), m_kit->clock);
    page.resize(900, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.enter();
    QSignalSpy chosen(&page, &ProcedurePage::chosen);
    typing::text(u"khong co thu tuc nay"_s);
    QVERIFY(page.shownCodes().isEmpty());
    page.enter();
    typing::text(u"hon nhan"_s);
    QCOMPARE(page.shownCodes(), QStringList { u"1.004873"_s });
    typing::enter();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"1.004873"_s);
}

// No mouse: what the citizen says is typed, Enter goes on, Ctrl+Enter ends a step.
void TestCapture::filledAndSubmittedByKeyboardAlone()
{
    open(m_kit->draft());
    QSignalSpy finished(m_page.get(), &CapturePage::finished);
    const QHash<QString, QString> words {
        { u"/request/copies"_s, u"2"_s },
        { u"/requester/name"_s, u"Điểu Thị Mai"_s },
        { u"/requester/birthDate"_s, u"14031995"_s },
        { u"/requester/ethnicity"_s, u"xtieng"_s },
        { u"/requester/personalId"_s, u"070195000123"_s },
        { u"/requester/residence/detail"_s, u"Thôn Bù Đăk"_s },
        { u"/requester/residence/commune"_s, u"da kia"_s },
        { u"/requester/phone"_s, u"0912345678"_s },
    };
    const QHash<QString, QJsonValue> choices {
        { u"/request/purpose"_s, u"loan"_s },
        { u"/requester/relation"_s, u"self"_s },
        { u"/requester/sex"_s, u"female"_s },
        { u"/status/kind"_s, u"single"_s },
    };
    for (int presses = 0; presses < 120 && m_page->currentStep() < int(m_page->form()->steps().size()); ++presses) {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        const QString pointer = m_page->form()->isAncestorOf(focus) ? m_page->form()->focusedPointer() : QString();
        if (choices.contains(pointer)) {
            const QList<Choice> &offered = m_page->form()->row(pointer)->editor()->field().choices;
            for (int i = 0; i < offered.size(); ++i) {
                if (offered[i].value == choices[pointer])
                    typing::key(Qt::Key(Qt::Key_1 + i));
            }
        } else if (words.contains(pointer)) {
            typing::text(words[pointer]);
        } else if (qobject_cast<QCheckBox *>(focus) && pointer == "/statement/sworn"_L1) {
            typing::key(Qt::Key_Space);
        }
        typing::enter(); // the last field leads to the button of the next step, Enter presses it
        QTest::qWait(qobject_cast<ActionButton *>(focus) ? 150 : 1);
    }
    QCOMPARE(m_page->currentStep(), int(m_page->form()->steps().size()));
    typing::key(Qt::Key_Return, Qt::ControlModifier);
    const QList<Finding> findings = m_page->form()->state().findings;
    QVERIFY2(m_page->form()->state().complete(),
             qPrintable(findings.isEmpty() ? QString() : findings.first().pointer + findings.first().message));
    QVERIFY(qobject_cast<ActionButton *>(QApplication::focusWidget()));
    QCOMPARE(finished.size(), 0);
    typing::enter();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 3000);

    const Dossier stored = m_kit->stored(finished[0][0].toString());
    QCOMPARE(stored.summary.status, DossierStatus::Queued);
    QCOMPARE(stored.summary.delivery, DeliveryState::Waiting);
    QCOMPARE(valueAt(stored.form, u"/requester/name"_s), QJsonValue(u"Điểu Thị Mai"_s));
    QCOMPARE(valueAt(stored.form, u"/requester/birthDate"_s), QJsonValue(u"1995-03-14"_s));
    QCOMPARE(valueAt(stored.form, u"/requester/residence/commune"_s), QJsonValue(u"25231"_s));
    QCOMPARE(valueAt(stored.form, u"/request/copies"_s), QJsonValue(2));
    QCOMPARE(KioskKit::wait(m_kit->counter.openDraft()), QString());
}

void TestCapture::typingIsSavedWithinTwoSeconds()
{
    open(m_kit->draft(sample::forSelf(), u"/requester/name"_s));
    auto *saving = m_page->findChild<QLabel *>(u"savingState"_s);
    QVERIFY(saving);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    line->selectAll();
    typing::text(u"Y Nhơ"_s);
    QElapsedTimer since;
    since.start();
    QCOMPARE(saving->text(), u"Saving…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(saving->text().startsWith(u"Saved at "_s), 2000);
    QVERIFY(since.elapsed() < 2000);
    QCOMPARE(valueAt(savedForm(), u"/requester/name"_s), QJsonValue(u"Y Nhơ"_s));
}

void TestCapture::crashReopensAtTheSameField()
{
    open(m_kit->draft(sample::forSelf()));
    const QString id = m_page->dossierId();
    QVERIFY(m_page->form()->focusField(u"/requester/residence/detail"_s));
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    line->selectAll();
    typing::text(u"Thôn 3"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->saver()->hasUnsaved(), 2500);
    m_page.reset(); // no leave(): as if the program had died

    QCOMPARE(KioskKit::wait(m_kit->counter.openDraft()), id);
    open(m_kit->stored(id));
    QCOMPARE(m_page->form()->focusedPointer(), u"/requester/residence/detail"_s);
    auto *again = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(again);
    QCOMPARE(again->text(), u"Thôn 3"_s);
}

void TestCapture::leavingSavesFirst()
{
    open(m_kit->draft(sample::forSelf(), u"/requester/name"_s));
    qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
    typing::text(u"H'Len"_s);
    bool gone = false;
    m_page->leave([&] { gone = true; });
    QTRY_VERIFY_WITH_TIMEOUT(gone, 1000);
    QCOMPARE(valueAt(savedForm(), u"/requester/name"_s), QJsonValue(u"H'Len"_s));
    QTRY_COMPARE(KioskKit::wait(m_kit->counter.openDraft()), QString());
}

void TestCapture::notNeededSaysSoAndEnds()
{
    open(m_kit->draft(sample::with(sample::forSelf(), { { u"/request/purpose"_s, u"marriageVietnam"_s } })));
    auto *advice = m_page->findChild<AdvicePanel *>();
    QVERIFY(advice->isVisible());
    QVERIFY(advice->needsDecision());
    const QList<QLabel *> labels = advice->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *label) { return label->text().contains(u"NQ 66.7/2025"_s); }));
    m_page->nextStep(); // cannot be overlooked: the decision comes first
    QCOMPARE(m_page->currentStep(), 0);
    ActionButton *end = button(advice, u"Finish, no dossier needed"_s);
    QVERIFY(end);
    QVERIFY(end->hasFocus());
    QSignalSpy left(m_page.get(), &CapturePage::left);
    end->click();
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(m_kit->stored(m_page->dossierId()).summary.status, DossierStatus::Withdrawn);
}

void TestCapture::notNeededMayBeOverruled()
{
    open(m_kit->draft(sample::with(sample::forSelf(), { { u"/request/purpose"_s, u"marriageVietnam"_s } })));
    auto *advice = m_page->findChild<AdvicePanel *>();
    ActionButton *on = button(advice, u"Go on with the dossier all the same"_s);
    QVERIFY(on);
    on->click();
    QVERIFY(!advice->needsDecision());
    QVERIFY(advice->isVisible());
    m_page->nextStep();
    QCOMPARE(m_page->currentStep(), 1);
}

void TestCapture::reviewListsEverythingMissingAtOnce()
{
    const QJsonObject form = sample::with(sample::forSelf(), { { u"/requester/name"_s, QJsonValue::Undefined },
                                                               { u"/requester/birthDate"_s, QJsonValue::Undefined },
                                                               { u"/status/kind"_s, QJsonValue::Undefined },
                                                               { u"/statement/sworn"_s, QJsonValue::Undefined },
                                                               { u"/request/kind"_s, u"reissue"_s } });
    open(m_kit->draft(form));
    m_page->goToStep(int(m_page->form()->steps().size()) + 1);
    const FormState &state = m_page->form()->state();
    QCOMPARE(m_page->review()->listedFindings(), int(state.findings.size()));
    QStringList pointers;
    for (const Finding &finding : state.findings)
        pointers.append(finding.component.isEmpty() ? finding.pointer : finding.component);
    for (const QString &wanted : { u"/requester/name"_s, u"/requester/birthDate"_s, u"/status/kind"_s, u"/statement/sworn"_s,
                                   u"000.00.00.G15-KQ003453"_s })
        QVERIFY2(pointers.contains(wanted), qPrintable(wanted));
    ActionButton *submit = button(m_page.get(), u"Submit the dossier"_s);
    QVERIFY(submit);
    QVERIFY(!submit->isEnabled());
}

void TestCapture::reviewLeadsToTheField()
{
    reviewListsEverythingMissingAtOnce();
    QVERIFY(button(m_page->review(), u"Go and complete"_s)->hasFocus());
    typing::enter();
    QTRY_COMPARE(m_page->form()->focusedPointer(), u"/requester/name"_s);
    QVERIFY(!m_page->form()->row(u"/requester/name"_s)->shownProblem().isEmpty());
    Q_EMIT m_page->review()->paperRequested(u"000.00.00.G15-KQ003453"_s);
    QCOMPARE(m_page->currentStep(), int(m_page->form()->steps().size()));
    QVERIFY(m_page->papers()->card(u"000.00.00.G15-KQ003453"_s)->isAncestorOf(QApplication::focusWidget()));
}

void TestCapture::papersComeFromSeveralFiles()
{
    open(m_kit->draft(sample::forSelf()));
    m_page->goToStep(int(m_page->form()->steps().size()));
    m_toChoose = { fileWith(u"mặt trước.png"_s, png()), fileWith(u"giấy tờ.pdf"_s, pdf()) };
    ComponentCard *card = m_page->papers()->card(idPaper);
    QVERIFY(card);
    button(card, u"Add files…"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(card->tiles().size(), 2, 5000);
    QCOMPARE(card->tiles()[0]->paper().mediaType, u"image/png"_s);
    QCOMPARE(card->tiles()[1]->paper().pages, 2);
    QCOMPARE(m_kit->stored(m_page->dossierId()).attachments.size(), 2);
    QVERIFY(card->refusals().isEmpty());
}

void TestCapture::brokenFileIsRefusedWithItsReason()
{
    open(m_kit->draft(sample::forSelf()));
    m_page->goToStep(int(m_page->form()->steps().size()));
    ComponentCard *card = m_page->papers()->card(idPaper);
    drop(card, { fileWith(u"hỏng.pdf"_s, pdf().left(600)), fileWith(u"thư.pdf"_s, "xin chao"), fileWith(u"tốt.png"_s, png()) });
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->papers()->isReading(), 5000);
    QCOMPARE(card->tiles().size(), 1);
    QCOMPARE(card->refusals().size(), 2);
    QVERIFY2(card->refusals()[0].contains(u"hỏng.pdf"_s) && card->refusals()[0].contains(u"MC-4"_s),
             qPrintable(card->refusals()[0]));
    QVERIFY(card->refusals()[1].contains(u"thư.pdf"_s));
}

void TestCapture::tooLargeFileIsNotEvenRead()
{
    open(m_kit->draft(sample::forSelf()));
    m_page->goToStep(int(m_page->form()->steps().size()));
    ComponentCard *card = m_page->papers()->card(idPaper);
    QByteArray large = png();
    large.append(QByteArray(int(m_kit->profile.maxPaperBytes), 'x'));
    drop(card, { fileWith(u"lớn.png"_s, large), m_kit->folder.filePath(u"không có.pdf"_s) });
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->papers()->isReading(), 5000);
    QCOMPARE(card->refusals().size(), 2);
    QVERIFY2(card->refusals()[0].contains(u"MC-402"_s), qPrintable(card->refusals()[0]));
    QVERIFY2(card->refusals()[1].contains(u"MC-418"_s), qPrintable(card->refusals()[1]));
    QVERIFY(card->tiles().isEmpty());
}

void TestCapture::pastedPictureIsAPaper()
{
    open(m_kit->draft(sample::forSelf()));
    m_page->goToStep(int(m_page->form()->steps().size()));
    ComponentCard *card = m_page->papers()->card(idPaper);
    card->focusAdd();
    auto *offered = new QMimeData; // as another program offers it
    offered->setData(u"image/png"_s, png());
    QApplication::clipboard()->setMimeData(offered);
    typing::key(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(card->tiles().size(), 1, 5000);
}

void TestCapture::paperIsTurnedReturnedAndRemoved()
{
    papersComeFromSeveralFiles();
    ComponentCard *card = m_page->papers()->card(idPaper);
    const QString before = card->tiles()[0]->paper().sha256;
    Q_EMIT card->tiles()[0]->turnRequested(90);
    QTRY_VERIFY_WITH_TIMEOUT(card->tiles()[0]->paper().sha256 != before, 5000);

    const bool was = card->tiles()[0]->paper().originalReturned;
    card->tiles()[0]->findChild<QCheckBox *>()->click();
    QTRY_COMPARE(m_kit->stored(m_page->dossierId()).attachments[0].originalReturned, !was);

    Q_EMIT card->tiles()[0]->removeRequested();
    QTRY_COMPARE_WITH_TIMEOUT(card->tiles().size(), 1, 3000);
    QCOMPARE(m_kit->stored(m_page->dossierId()).attachments.size(), 1);
    QCOMPARE(m_page->form()->state().components.isEmpty(), false);
}

void TestCapture::paperStaysWithItsDossier()
{
    const Dossier other = m_kit->draft(sample::forSelf());
    open(m_kit->draft(sample::forSelf()));
    const QString first = m_page->dossierId();
    m_page->papers()->addFiles(idPaper, { fileWith(u"một.png"_s, png()), fileWith(u"hai.pdf"_s, pdf()) });
    m_page->open(other);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->papers()->isReading(), 5000);
    QCOMPARE(m_kit->stored(first).attachments.size(), 2);
    QCOMPARE(m_kit->stored(other.summary.id).attachments.size(), 0);
    QVERIFY(m_page->papers()->papers().isEmpty());
}

void TestCapture::submittingWaitsForThePapers()
{
    open(m_kit->draft(sample::forSelf()));
    QSignalSpy finished(m_page.get(), &CapturePage::finished);
    m_page->goToStep(int(m_page->form()->steps().size()) + 1);
    ActionButton *submit = button(m_page.get(), u"Submit the dossier"_s);
    QVERIFY(submit && submit->isEnabled());
    m_page->papers()->addFiles(idPaper, { fileWith(u"một.png"_s, png()), fileWith(u"hai.pdf"_s, pdf()) });
    QVERIFY(!submit->isEnabled());
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *label) { return label->isVisible() && label->text() == u"Adding papers…"_s; }));
    m_page->submit(); // by whatever way it is asked for
    QTRY_VERIFY_WITH_TIMEOUT(submit->isEnabled(), 5000);
    QCOMPARE(finished.size(), 0);
    submit->click();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_kit->stored(m_page->dossierId()).attachments.size(), 2);
}

void TestCapture::leavingWaitsForThePapers()
{
    open(m_kit->draft(sample::forSelf()));
    m_page->papers()->addFiles(idPaper, { fileWith(u"một.png"_s, png()), fileWith(u"hai.pdf"_s, pdf()) });
    int gone = 0;
    qsizetype stored = -1;
    m_page->leave([&] {
        ++gone;
        stored = m_kit->stored(m_page->dossierId()).attachments.size();
    });
    QCOMPARE(gone, 0);
    QTRY_COMPARE_WITH_TIMEOUT(gone, 1, 5000);
    QCOMPARE(stored, 2);
}

void TestCapture::leavingStaysAtARefusedPaper()
{
    open(m_kit->draft(sample::forSelf()));
    m_page->papers()->addFiles(idPaper, { fileWith(u"thư.pdf"_s, "xin chao"), fileWith(u"tốt.png"_s, png()) });
    bool gone = false;
    m_page->leave([&] { gone = true; });
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->papers()->isReading(), 5000);
    QTest::qWait(200);
    QVERIFY(!gone);
    QCOMPARE(m_page->currentStep(), int(m_page->form()->steps().size()));
    QCOMPARE(m_page->papers()->card(idPaper)->refusals().size(), 1);
    m_page->leave([&] { gone = true; });
    QTRY_VERIFY(gone);
}

void TestCapture::leavingWaitsForTheSubmission()
{
    open(m_kit->draft(sample::forSelf()));
    QSignalSpy finished(m_page.get(), &CapturePage::finished);
    m_page->goToStep(int(m_page->form()->steps().size()) + 1);
    button(m_page.get(), u"Submit the dossier"_s)->click();
    qsizetype finishedBefore = -1;
    m_page->leave([&] { finishedBefore = finished.size(); });
    QTRY_VERIFY(finishedBefore >= 0);
    QCOMPARE(finishedBefore, 1);
    QCOMPARE(m_kit->stored(m_page->dossierId()).summary.status, DossierStatus::Queued);
}

void TestCapture::paperBeingTurnedTakesNoOtherCommand()
{
    papersComeFromSeveralFiles();
    ComponentCard *card = m_page->papers()->card(idPaper);
    const auto takesCommands = [card](int file) {
        const QList<QAbstractButton *> all = card->tiles()[file]->findChildren<QAbstractButton *>();
        return std::count_if(all.cbegin(), all.cend(), [](const QAbstractButton *each) { return each->isEnabled(); });
    };
    const auto before = takesCommands(1);
    QVERIFY(before > 0);
    Q_EMIT card->tiles()[1]->turnRequested(90);
    QCOMPARE(takesCommands(1), 0);
    QVERIFY(takesCommands(0) > 0);
    // The list is made anew meanwhile, because another paper goes.
    card->setPapers({ card->tiles()[1]->paper() });
    QCOMPARE(takesCommands(0), 0);
    QTRY_COMPARE_WITH_TIMEOUT(takesCommands(card->tiles().size() - 1), before, 5000);
}

void TestCapture::tileMayGoBeforeItsThumbnailComes()
{
    papersComeFromSeveralFiles();
    ComponentCard *card = m_page->papers()->card(idPaper);
    const QList<Attachment> papers = m_page->papers()->papers();
    for (int times = 0; times < 20; ++times) {
        card->setPapers({});
        card->setPapers(papers);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the old tiles are gone, their pictures under way
    }
    const auto drawn = [card] {
        const QList<QLabel *> labels = card->tiles()[0]->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [](const QLabel *label) { return !label->pixmap(Qt::ReturnByValue).isNull(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(drawn(), 10000);
}

void TestCapture::papersAreShownSavedAndJournalled()
{
    const Dossier draft = m_kit->draft(sample::forSelf(), {});
    const QString saved = m_kit->folder.filePath(u"to-khai.pdf"_s);
    PaperPage page(m_kit->services(), [&](QWidget *, const QString &proposed, const auto &then) {
        QCOMPARE(proposed, draft.summary.localCode + u"-to-khai.pdf"_s);
        then(saved);
    });
    page.resize(1100, 700);
    page.open(draft.summary.id);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_VERIFY_WITH_TIMEOUT(page.shownPages() > 0, 30'000);
    QCOMPARE(page.offeredIds(), QStringList({ u"to-khai"_s, u"huong-dan"_s }));
    QCOMPARE(page.shownId(), u"to-khai"_s);
    const auto rows = [&] { return m_kit->stored(draft.summary.id).history.size(); };
    const auto before = rows();
    button(&page, u"Save as PDF…"_s)->click();
    button(&page, u"Choose the place"_s)->click();
    QVERIFY(QFile::exists(saved));
    QTRY_COMPARE(rows(), before + 1);
    QCOMPARE(m_kit->stored(draft.summary.id).history.last().action, u"paper.printed"_s);
}

void TestCapture::slipIsShownPrintedAndSaved()
{
    const Dossier draft = m_kit->draft(sample::forSelf());
    KioskKit::wait(m_kit->counter.submit(draft.summary.id));
    const QString saved = m_kit->folder.filePath(u"phieu.pdf"_s);
    SlipPage page(m_kit->services(), [&](QWidget *, const QString &proposed, const auto &then) {
        QCOMPARE(proposed, draft.summary.localCode + u".pdf"_s);
        then(saved);
    });
    page.resize(1100, 700);
    page.open(draft.summary.id);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_VERIFY_WITH_TIMEOUT(page.shownPages() > 0, 30'000);

    // Saving is asked for twice: the warning comes first.
    button(&page, u"Save as PDF…"_s)->click();
    QVERIFY(!QFile::exists(saved));
    button(&page, u"Choose the place"_s)->click();
    QVERIFY(QFile::exists(saved));
    QPdfDocument judge;
    judge.load(saved);
    QCOMPARE(judge.pageCount(), page.shownPages());

    const QString printed = m_kit->folder.filePath(u"in.pdf"_s);
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(printed);
    printer.setResolution(150);
    QVERIFY(page.printTo(printer));
    QPdfDocument paper;
    paper.load(printed);
    QCOMPARE(paper.pageCount(), page.shownPages());
    QVERIFY(QFile(printed).size() > 10'000);
}

void TestCapture::sheetsOpenAlthoughTheirRoomChanges()
{
    const Dossier draft = m_kit->draft(sample::forSelf());
    KioskKit::wait(m_kit->counter.submit(draft.summary.id));
    const QByteArray slip = *m_kit->counter.slip(draft.summary.id).result();
    PdfSheets sheets(m_kit->reader);
    sheets.resize(700, 600);
    sheets.show();
    QVERIFY(QTest::qWaitForWindowExposed(&sheets));
    sheets.showPdf(slip);
    sheets.resize(500, 600); // before the reader has answered
    QTRY_VERIFY_WITH_TIMEOUT(sheets.pages() > 0, 30'000);
}

QTEST_MAIN(TestCapture)
#include "tst_capture.moc"
