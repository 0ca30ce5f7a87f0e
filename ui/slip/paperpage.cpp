#include "ui/slip/paperpage.h"

#include "core/counter/counter.h"
#include "core/counter/paperdesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>
#include <QResizeEvent>
#include <QScrollArea>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int columnsFrom = 860;

QString kindWords(OfferedPaper::Kind kind)
{
    using Kind = OfferedPaper::Kind;
    switch (kind) {
    case Kind::Declaration:
        return PaperPage::tr(
            "From the answers as they are now. Read it through with the citizen; dotted lines are filled in by hand; "
            "then the citizen signs.");
    case Kind::Guidance:
        return PaperPage::tr(
            "Lists everything at once for the citizen to take home. It is guidance only and has no legal effect.");
    case Kind::Receipt:
        return PaperPage::tr("A receipt: check every line, sign it and hand it over.");
    case Kind::Information:
        return PaperPage::tr("A copy to read of what the portal announced. The signed paper is on the portal.");
    case Kind::Office:
        return PaperPage::tr("For the office's own files.");
    }
    return {};
}

} // namespace

PaperPage::PaperPage(const UiServices &services, ChooseSlipFile choose, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_choose(std::move(choose))
    , m_banner(new Banner)
    , m_group(new QButtonGroup(this))
    , m_sheets(new PdfSheets)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    const Theme &theme = themeOf(this);
    m_columns->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    m_columns->setSpacing(theme.px(24));
    auto *side = new QScrollArea;
    side->setWidgetResizable(true);
    side->setFrameShape(QFrame::NoFrame);
    side->setFocusPolicy(Qt::NoFocus);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setWidget(makeSide());
    m_columns->addWidget(side, 5);
    m_sheets->setAccessibleName(tr("Preview of the paper"));
    m_columns->addWidget(m_sheets, 6);
    connect(m_group, &QButtonGroup::idClicked, this, &PaperPage::choose);
}

QWidget *PaperPage::makeSide()
{
    const Theme &theme = themeOf(this);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, theme.px(4), 0);
    column->setSpacing(theme.px(14));
    column->addWidget(new TextLabel(tr("Papers to print"), TextRole::Title));
    m_person = new TextLabel({}, TextRole::Body, TextLabel::Ink::Muted);
    column->addWidget(m_person);

    auto *card = new Card;
    m_list = new QVBoxLayout;
    m_list->setSpacing(theme.px(6));
    card->body()->addLayout(m_list);
    m_note = new TextLabel;
    m_source = new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted);
    card->body()->addWidget(m_note);
    card->body()->addWidget(m_source);
    column->addWidget(card);
    column->addWidget(m_banner);

    m_print = new PrimaryButton(tr("Print this paper"), Icon::Print);
    m_print->setKeyHint(u"Ctrl+P"_s);
    m_print->setShortcut(QKeySequence(QKeySequence::Print));
    m_save = new SecondaryButton(tr("Save as PDF…"), Icon::Download);
    m_done = new SecondaryButton(tr("Back"), Icon::Back);
    connect(m_print, &QPushButton::clicked, this, &PaperPage::print);
    connect(m_save, &QPushButton::clicked, this, &PaperPage::askWhereToSave);
    connect(m_done, &QPushButton::clicked, this, &PaperPage::done);
    connect(m_banner, &Banner::actionPressed, this, [this] {
        m_banner->clear();
        if (std::exchange(m_warned, false))
            m_choose(this, m_localCode + u'-' + m_paper + u".pdf"_s, [this](const QString &path) { save(path); });
        else
            open(m_id, m_paper);
    });
    for (ActionButton *button : { m_print, m_save, m_done })
        column->addWidget(button);
    column->addStretch(1);
    return side;
}

QString PaperPage::title() const
{
    return tr("Papers to print");
}

void PaperPage::enter()
{
    (m_print->isEnabled() ? m_print : m_done)->setFocus(Qt::TabFocusReason);
}

void PaperPage::open(const QString &dossierId, const QString &paperId)
{
    m_id = dossierId;
    m_paper.clear();
    m_banner->clear();
    m_sheets->showPdf({});
    m_print->setEnabled(false);
    m_save->setEnabled(false);
    m_services.counter.dossier(dossierId).then(this, [this, paperId, dossierId](const Result<Dossier> &dossier) {
        if (dossierId != m_id)
            return;
        if (dossier)
            showOffered(*dossier, paperId);
        else
            m_banner->showError(dossier.error());
    });
}

void PaperPage::showOffered(const Dossier &dossier, const QString &wanted)
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_localCode = dossier.summary.localCode;
    m_person->setText(dossier.summary.applicantName.isEmpty() ? m_localCode
                                                              : u"%1 · %2"_s.arg(dossier.summary.applicantName, m_localCode));
    m_offered = m_services.counter.papers().offered(dossier);
    int first = 0;
    for (int i = 0; i < m_offered.size(); ++i) {
        auto *button = new QRadioButton(m_offered[i].title);
        button->setAccessibleDescription(kindWords(m_offered[i].kind));
        m_group->addButton(button, i);
        m_list->addWidget(button);
        if (m_offered[i].id == wanted)
            first = i;
    }
    if (m_offered.isEmpty()) {
        m_note->setText(tr("There is no paper to print for this dossier now."));
        m_source->setText({});
        return;
    }
    m_group->button(first)->setChecked(true);
    choose(first);
}

void PaperPage::choose(int index)
{
    const OfferedPaper &paper = m_offered.at(index);
    m_paper = paper.id;
    m_banner->clear();
    m_note->setText(kindWords(paper.kind));
    m_source->setText(paper.source.text.isEmpty() ? QString() : tr("Source: %1").arg(paper.source.text));
    m_services.counter.papers().paper(m_id, paper.id).then(this, [this, id = paper.id](const Result<QByteArray> &pdf) {
        showPaper(id, pdf);
    });
}

void PaperPage::showPaper(const QString &paperId, const Result<QByteArray> &pdf)
{
    if (paperId != m_paper)
        return;
    m_sheets->showPdf(pdf ? *pdf : QByteArray());
    m_print->setEnabled(pdf.has_value());
    m_save->setEnabled(pdf.has_value());
    if (!pdf) {
        m_banner->showError(pdf.error());
        m_banner->setAction(tr("Try again"), Icon::Refresh);
    } else if (isVisible() && (m_done->hasFocus() || !focusWidget())) {
        m_print->setFocus(Qt::TabFocusReason);
    }
}

QStringList PaperPage::offeredIds() const
{
    QStringList ids;
    for (const OfferedPaper &paper : m_offered)
        ids.append(paper.id);
    return ids;
}

void PaperPage::print()
{
    m_sheets->askForPrinter(m_localCode, [this] { notePrinted(); });
}

void PaperPage::askWhereToSave()
{
    m_warned = true;
    m_banner->showMessage(Tone::Waiting, tr("The PDF holds personal data"),
                          tr("Once it is saved as a file, this program no longer protects it. Save it only where the citizen or "
                             "the office wants it."));
    m_banner->setAction(tr("Choose the place"), Icon::Download);
    m_banner->setClosable(true);
}

void PaperPage::save(const QString &path)
{
    const Result<void> saved = m_sheets->save(path, m_id);
    m_banner->setAction({});
    if (!saved)
        return m_banner->showError(saved.error());
    notePrinted();
    m_banner->showMessage(Tone::Good, tr("The paper is saved as PDF."));
}

void PaperPage::notePrinted()
{
    m_services.counter.papers().notePrinted(m_id, m_paper).then(this, [this](const Result<void> &noted) {
        if (!noted)
            m_banner->showError(noted.error());
    });
}

void PaperPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool wide = event->size().width() >= themeOf(this).px(columnsFrom);
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace motcua
