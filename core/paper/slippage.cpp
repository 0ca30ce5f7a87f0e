#include "core/paper/slippage.h"

#include "core/base/clock.h"
#include "core/paper/slipstyle.h"
#include "core/paper/sliptexts.h"

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

using namespace slipstyle;

namespace {

// Millimetres.
constexpr qreal qrSide = 26;
constexpr qreal agencyLeft = qrSide + 4;
constexpr qreal agencyWidth = 57;
constexpr qreal mottoLeft = 92;
constexpr qreal mottoWidth = Sheet::width - mottoLeft;
constexpr qreal labelWidth = 50;

constexpr Column numberColumn { 0, 9 };
constexpr Column titleColumn { 9, 70 };
constexpr Column kindColumn { 79, 37 };
constexpr Column amountColumn { 116, 17 };
constexpr Column originalColumn { 133, 44 };
constexpr std::array columns { numberColumn, titleColumn, kindColumn, amountColumn, originalColumn };
constexpr qreal tickSide = 3.2;

// "Xã Đa Kia" -> "Đa Kia": the place before the date stands without its kind (Decree 30/2020/NĐ-CP Annex I).
QString placeOnly(const QString &unitName)
{
    for (const QString &kind : { u"Xã "_s, u"Phường "_s, u"Đặc khu "_s, u"Thị trấn "_s }) {
        if (unitName.startsWith(kind, Qt::CaseInsensitive))
            return unitName.sliced(kind.size());
    }
    return unitName;
}

// The line separator is what QTextLayout breaks at.
QString lines(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

} // namespace

SlipLayout::SlipLayout(QPdfWriter &writer, const SlipContent &content, const QrCode &qr, const std::optional<QrCode> &payCode,
                       const SlipTexts &say)
    : m_sheet(writer)
    , m_content(content)
    , m_qr(qr)
    , m_payCode(payCode)
    , m_say(say)
{
}

bool SlipLayout::print()
{
    addHead();
    addTitle();
    addLocalCode();
    addFacts();
    addBranches();
    addPapers();
    addTransfer();
    addNextSteps();
    addSignatures();
    return m_sheet.print([this](QPainter &painter, qreal top, int page, int pages) { drawFooter(painter, top, page, pages); });
}

void SlipLayout::addHead()
{
    const QFont plain = m_sheet.font(9);
    const QFont bold = m_sheet.font(9, QFont::Bold);
    const QFont motto = m_sheet.font(9.5, QFont::Bold);
    const QDate day = toLegalTime(m_content.capturedAt).date();
    const QString committee = m_say(QT_TRANSLATE_NOOP("Slip", "PEOPLE'S COMMITTEE OF %1")).arg(m_content.communeName.toUpper());
    const SetText agency =
        m_sheet.text(lines(committee + u'\n' + m_content.provinceName.toUpper()), plain, agencyWidth, Qt::AlignHCenter);
    const SetText office = m_sheet.text(lines(m_say(QT_TRANSLATE_NOOP("Slip", "PUBLIC ADMINISTRATION\nSERVICE CENTRE"))), bold,
                                        agencyWidth, Qt::AlignHCenter);
    const SetText country =
        m_sheet.text(m_say(QT_TRANSLATE_NOOP("Slip", "SOCIALIST REPUBLIC OF VIET NAM")), motto, mottoWidth, Qt::AlignHCenter);
    const SetText virtues = m_sheet.text(m_say(QT_TRANSLATE_NOOP("Slip", "Independence - Freedom - Happiness")),
                                         m_sheet.font(10, QFont::Bold), mottoWidth, Qt::AlignHCenter);
    const SetText place =
        m_sheet.text(m_say(QT_TRANSLATE_NOOP("Slip", "%1, day %2 month %3 year %4"))
                         .arg(placeOnly(m_content.communeName), day.toString(u"dd"), day.toString(u"MM"), day.toString(u"yyyy")),
                     m_sheet.font(9.5), mottoWidth, Qt::AlignHCenter);
    m_sheet.add({ .height = std::max(m_sheet.dots(qrSide), agency.height() + office.height() + m_sheet.dots(2)),
                  .keepWithNext = true,
                  .paint = [=, this](QPainter &painter, qreal top) {
                      const qreal left = m_sheet.dots(Sheet::left);
                      drawQr(painter, m_qr, left, top, m_sheet.dots(qrSide));
                      painter.setPen(ink);
                      const qreal agencyX = left + m_sheet.dots(agencyLeft);
                      agency.draw(painter, agencyX, top);
                      office.draw(painter, agencyX, top + agency.height());
                      const qreal mottoX = left + m_sheet.dots(mottoLeft);
                      country.draw(painter, mottoX, top);
                      virtues.draw(painter, mottoX, top + country.height());
                      place.draw(painter, mottoX, top + country.height() + virtues.height() + m_sheet.dots(4.5));
                      painter.setPen(hairline(m_sheet.dots(0.3), ink));
                      const auto under = [&](qreal centre, qreal y, qreal length) {
                          painter.drawLine(QPointF(centre - length / 2, y), QPointF(centre + length / 2, y));
                      };
                      under(agencyX + m_sheet.dots(agencyWidth) / 2, top + agency.height() + office.height() + m_sheet.dots(0.8),
                            m_sheet.dots(22));
                      under(mottoX + m_sheet.dots(mottoWidth) / 2, top + country.height() + virtues.height() + m_sheet.dots(0.8),
                            virtues.widthUsed());
                  } });
}

void SlipLayout::addTitle()
{
    m_sheet.addSpace(6);
    const SetText title = m_sheet.text(m_say(QT_TRANSLATE_NOOP("Slip", "PROVISIONAL RECORD OF A DOSSIER")),
                                       m_sheet.font(16, QFont::Bold), Sheet::width, Qt::AlignHCenter);
    const SetText notYet =
        m_sheet.text(m_say(QT_TRANSLATE_NOOP("Slip", "(Not yet the Receipt with the appointment for the result)")),
                     m_sheet.font(10.5), Sheet::width, Qt::AlignHCenter);
    m_sheet.add(
        { .height = title.height() + notYet.height(), .keepWithNext = true, .paint = [=, this](QPainter &painter, qreal top) {
             painter.setPen(ink);
             title.draw(painter, m_sheet.dots(Sheet::left), top);
             notYet.draw(painter, m_sheet.dots(Sheet::left), top + title.height());
         } });
}

void SlipLayout::addLocalCode()
{
    m_sheet.addSpace(4);
    const SetText label = m_sheet.text(m_say(QT_TRANSLATE_NOOP("Slip", "Provisional code")), m_sheet.font(smallSize),
                                       Sheet::width, Qt::AlignHCenter);
    QFont wide = m_sheet.font(20, QFont::Bold);
    wide.setLetterSpacing(QFont::PercentageSpacing, 104);
    const SetText code = m_sheet.text(m_content.localCode, wide, Sheet::width, Qt::AlignHCenter);
    const qreal pad = m_sheet.dots(1.4);
    const qreal height = label.height() + code.height() + 2 * pad;
    m_sheet.add({ .height = height, .keepWithNext = true, .paint = [=, this](QPainter &painter, qreal top) {
                     const qreal left = m_sheet.dots(Sheet::left);
                     painter.setPen(hairline(m_sheet.dots(0.35), ink));
                     painter.setBrush(tint);
                     painter.drawRect(QRectF(left, top, m_sheet.dots(Sheet::width), height));
                     painter.setPen(quiet);
                     label.draw(painter, left, top + pad);
                     painter.setPen(ink);
                     code.draw(painter, left, top + pad + label.height());
                 } });
}

void SlipLayout::addFacts()
{
    m_sheet.addSpace(3);
    const QDateTime time = toLegalTime(m_content.capturedAt);
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "Procedure")),
            m_say(QT_TRANSLATE_NOOP("Slip", "%1 (code %2)")).arg(m_content.procedureName, m_content.procedureCode), true);
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "Whose dossier")), m_content.applicantName, true);
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "Filed by")), m_content.requesterName, true);
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "Personal ID number")), maskedPersonalId(m_content.personalId));
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "Telephone")), m_content.phone);
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "Recorded at")),
            m_say(QT_TRANSLATE_NOOP("Slip", "%1 hours %2 minutes, day %3"))
                .arg(time.toString(u"HH"), time.toString(u"mm"), time.toString(u"dd/MM/yyyy")));
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "Estimated time to settle")), m_content.deadlineText);
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "Fees")), lines(m_content.feeText));
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "To ask about it")), m_content.contact);
    addFact(m_say(QT_TRANSLATE_NOOP("Slip", "Helped and confirmed")), m_content.assistance);
}

void SlipLayout::addFact(const QString &label, const QString &value, bool important)
{
    if (value.isEmpty())
        return;
    const SetText name = m_sheet.text(label, m_sheet.font(bodySize), labelWidth - 2);
    const SetText said =
        m_sheet.text(value, m_sheet.font(bodySize, important ? QFont::DemiBold : QFont::Normal), Sheet::width - labelWidth);
    const qreal pad = m_sheet.dots(0.55);
    const qreal height = std::max(name.height(), said.height()) + 2 * pad;
    m_sheet.add({ .height = height, .paint = [=, this](QPainter &painter, qreal top) {
                     const qreal left = m_sheet.dots(Sheet::left);
                     painter.setPen(quiet);
                     name.draw(painter, left, top + pad);
                     painter.setPen(ink);
                     said.draw(painter, left + m_sheet.dots(labelWidth), top + pad);
                     painter.setPen(hairline(m_sheet.dots(0.1)));
                     painter.drawLine(QPointF(left, top + height), QPointF(left + m_sheet.dots(Sheet::width), top + height));
                 } });
}

void SlipLayout::addHeading(const QString &text)
{
    m_sheet.addSpace(4.5);
    const SetText heading = m_sheet.text(text, m_sheet.font(11, QFont::Bold), Sheet::width);
    m_sheet.add(
        { .height = heading.height() + m_sheet.dots(1.2), .keepWithNext = true, .paint = [=, this](QPainter &painter, qreal top) {
             painter.setPen(ink);
             heading.draw(painter, m_sheet.dots(Sheet::left), top);
         } });
}

void SlipLayout::addPapers()
{
    addHeading(m_say(QT_TRANSLATE_NOOP("Slip", "Papers recorded")));
    if (m_content.papers.isEmpty()) {
        const SetText none =
            m_sheet.text(m_say(QT_TRANSLATE_NOOP("Slip", "No paper is attached.")), m_sheet.font(bodySize), Sheet::width);
        m_sheet.add({ .height = none.height(), .paint = [=, this](QPainter &painter, qreal top) {
                         painter.setPen(ink);
                         none.draw(painter, m_sheet.dots(Sheet::left), top);
                     } });
        return;
    }
    const std::array titles { m_say(QT_TRANSLATE_NOOP("Slip", "No.")), m_say(QT_TRANSLATE_NOOP("Slip", "Name of the paper")),
                              m_say(QT_TRANSLATE_NOOP("Slip", "Kind")), m_say(QT_TRANSLATE_NOOP("Slip", "Quantity")),
                              m_say(QT_TRANSLATE_NOOP("Slip", "Original")) };
    std::array<SetText, columns.size()> cells;
    qreal height = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        const Qt::Alignment alignment = i == 0 || i == 3 ? Qt::AlignHCenter : Qt::AlignLeft;
        cells[i] = m_sheet.text(titles[i], m_sheet.font(smallSize, QFont::DemiBold), columns[i].width - 2 * cellPad, alignment);
        height = std::max(height, cells[i].height());
    }
    height += m_sheet.dots(2);
    m_sheet.add({ .height = height, .keepWithNext = true, .repeats = true, .paint = [=, this](QPainter &painter, qreal top) {
                     const QRectF band(m_sheet.dots(Sheet::left), top, m_sheet.dots(Sheet::width), height);
                     painter.fillRect(band, tint);
                     painter.setPen(hairline(m_sheet.dots(0.3), ink));
                     painter.drawLine(band.topLeft(), band.topRight());
                     painter.drawLine(band.bottomLeft(), band.bottomRight());
                     painter.setPen(ink);
                     for (size_t i = 0; i < columns.size(); ++i)
                         cells[i].draw(painter, m_sheet.dots(Sheet::left + columns[i].left + cellPad), top + m_sheet.dots(1));
                 } });
    for (qsizetype i = 0; i < m_content.papers.size(); ++i)
        addPaper(int(i) + 1, m_content.papers.at(i));
}

void SlipLayout::addPaper(int number, const SlipPaper &paper)
{
    const QFont font = m_sheet.font(cellSize);
    const auto cell = [&](const QString &text, const Column &column, Qt::Alignment alignment = Qt::AlignLeft) {
        return m_sheet.text(text, font, column.width - 2 * cellPad, alignment);
    };
    const SetText index = cell(QString::number(number), numberColumn, Qt::AlignHCenter);
    const QString waiting =
        m_say(QT_TRANSLATE_NOOP("Slip", "The smaller picture has arrived at the portal; the original is still to come."));
    const SetText title = cell(paper.awaited ? paper.title + u'\n' + waiting : paper.title, titleColumn);
    const SetText kind = cell(paper.kind, kindColumn);
    const SetText amount = cell(amountOf(paper), amountColumn, Qt::AlignHCenter);
    const QString original = paper.originalReturned ? m_say(QT_TRANSLATE_NOOP("Slip", "Original given back"))
                                                    : m_say(QT_TRANSLATE_NOOP("Slip", "Original kept"));
    const SetText fate = m_sheet.text(original, font, originalColumn.width - 2 * cellPad - tickSide - 1.4);
    const qreal pad = m_sheet.dots(1.1);
    const qreal height = std::max({ title.height(), kind.height(), amount.height(), fate.height() }) + 2 * pad;
    m_sheet.add({ .height = height, .isRow = true, .paint = [=, this](QPainter &painter, qreal top) {
                     const qreal left = m_sheet.dots(Sheet::left);
                     const auto x = [&](const Column &column) { return left + m_sheet.dots(column.left + cellPad); };
                     painter.setPen(ink);
                     index.draw(painter, x(numberColumn), top + pad);
                     title.draw(painter, x(titleColumn), top + pad);
                     kind.draw(painter, x(kindColumn), top + pad);
                     amount.draw(painter, x(amountColumn), top + pad);
                     fate.draw(painter, x(originalColumn) + m_sheet.dots(tickSide + 1.4), top + pad);
                     drawTick(painter, x(originalColumn), top + pad + m_sheet.dots(0.8), m_sheet.dots(tickSide),
                              paper.originalReturned);
                     painter.setPen(hairline(m_sheet.dots(0.15)));
                     painter.drawLine(QPointF(left, top + height), QPointF(left + m_sheet.dots(Sheet::width), top + height));
                 } });
}

void SlipLayout::addNextSteps()
{
    addHeading(m_say(QT_TRANSLATE_NOOP("Slip", "What happens next")));
    const std::array steps {
        m_say(QT_TRANSLATE_NOOP("Slip", "The dossier is kept safe in the counter's computer and is sent to the public service "
                                        "portal as soon as there is a connection.")),
        m_say(QT_TRANSLATE_NOOP("Slip", "The time limit runs from when the dossier has been sent and the competent agency has "
                                        "accepted it. The times and fees above are estimates.")),
        m_content.phone.isEmpty()
            ? m_say(QT_TRANSLATE_NOOP(
                "Slip", "When there is an official dossier code, the officer tells you and hands over the official paper."))
            : m_say(QT_TRANSLATE_NOOP("Slip", "When there is an official dossier code, the officer tells you by the telephone "
                                              "number above and hands over the official paper.")),
        m_say(QT_TRANSLATE_NOOP(
            "Slip", "Please keep this slip. When you ask about the dossier, read out the provisional code or show this slip.")),
    };
    for (size_t i = 0; i < steps.size(); ++i) {
        constexpr qreal indent = 6;
        const SetText number = m_sheet.text(QString::number(i + 1) + u'.', m_sheet.font(bodySize, QFont::DemiBold), indent);
        const SetText step = m_sheet.text(steps[i], m_sheet.font(bodySize), Sheet::width - indent);
        m_sheet.add({ .height = step.height() + m_sheet.dots(0.8), .paint = [=, this](QPainter &painter, qreal top) {
                         painter.setPen(ink);
                         number.draw(painter, m_sheet.dots(Sheet::left), top);
                         step.draw(painter, m_sheet.dots(Sheet::left + indent), top);
                     } });
    }
}

void SlipLayout::addSignatures()
{
    constexpr qreal half = Sheet::width / 2;
    const qreal roomToSign = m_payCode ? 12 : 17; // keeps the common slip with a transfer on one page
    const auto centred = [&](const QString &text, qreal size, QFont::Weight weight = QFont::Normal) {
        return m_sheet.text(text, m_sheet.font(size, weight), half, Qt::AlignHCenter);
    };
    const SetText filer = centred(m_say(QT_TRANSLATE_NOOP("Slip", "THE PERSON WHO FILES")), bodySize, QFont::Bold);
    const SetText recorder = centred(m_say(QT_TRANSLATE_NOOP("Slip", "THE PERSON WHO RECORDS")), bodySize, QFont::Bold);
    const SetText sign = centred(m_say(QT_TRANSLATE_NOOP("Slip", "(Signature and full name)")), smallSize);
    const SetText filerName =
        centred(m_content.requesterName.isEmpty() ? m_content.applicantName : m_content.requesterName, bodySize, QFont::DemiBold);
    const SetText recorderSign =
        m_content.officerRole.isEmpty()
            ? sign
            : centred(m_say(QT_TRANSLATE_NOOP("Slip", "(%1: signature and full name)")).arg(m_content.officerRole), smallSize);
    const qreal nameAt = filer.height() + sign.height() + m_sheet.dots(roomToSign);
    m_sheet.addSpace(5);
    m_sheet.add({ .height = nameAt + filerName.height(), .paint = [=, this](QPainter &painter, qreal top) {
                     const qreal left = m_sheet.dots(Sheet::left);
                     const qreal right = m_sheet.dots(Sheet::left + half);
                     painter.setPen(ink);
                     filer.draw(painter, left, top);
                     recorder.draw(painter, right, top);
                     filerName.draw(painter, left, top + nameAt);
                     painter.setPen(quiet);
                     sign.draw(painter, left, top + filer.height());
                     recorderSign.draw(painter, right, top + filer.height());
                 } });
}

void SlipLayout::drawQr(QPainter &painter, const QrCode &qr, qreal x, qreal y, qreal side)
{
    painter.save();
    painter.translate(x, y);
    painter.scale(side / qr.modules, side / qr.modules);
    painter.fillPath(qr.dark, Qt::black);
    painter.restore();
}

void SlipLayout::drawTick(QPainter &painter, qreal x, qreal y, qreal side, bool ticked) const
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hairline(side * 0.08, ink));
    painter.drawRect(QRectF(x, y, side, side));
    if (ticked) {
        painter.setPen(QPen(ink, side * 0.15, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF { QPointF(x + side * 0.2, y + side * 0.52), QPointF(x + side * 0.42, y + side * 0.75),
                                         QPointF(x + side * 0.8, y + side * 0.25) });
    }
    painter.restore();
}

void SlipLayout::drawFooter(QPainter &painter, qreal top, int page, int pages) const
{
    const qreal left = m_sheet.dots(Sheet::left);
    painter.setPen(hairline(m_sheet.dots(0.15)));
    painter.drawLine(QPointF(left, top), QPointF(left + m_sheet.dots(Sheet::width), top));
    painter.setPen(quiet);
    const QFont font = m_sheet.font(footSize);
    QString trace = m_content.localCode;
    if (!m_content.recordHash.isEmpty())
        trace += u" · "_s + m_say(QT_TRANSLATE_NOOP("Slip", "Record mark: %1")).arg(m_content.recordHash);
    const qreal y = top + m_sheet.dots(1.2);
    m_sheet.text(trace, font, Sheet::width).draw(painter, left, y);
    const QString counter = m_say(QT_TRANSLATE_NOOP("Slip", "Page %1/%2")).arg(page).arg(pages);
    m_sheet.text(counter, font, Sheet::width, Qt::AlignRight).draw(painter, left, y);
}

QString SlipLayout::amountOf(const SlipPaper &paper) const
{
    if (paper.files == 0)
        return u"–"_s;
    const QString pages = m_say(QT_TRANSLATE_NOOP("Slip", "%1 page(s)")).arg(paper.pages);
    return paper.files == 1 ? pages : lines(m_say(QT_TRANSLATE_NOOP("Slip", "%1 files,\n%2")).arg(paper.files).arg(pages));
}

} // namespace motcua
