#include "ui/review/reviewpage.h"

#include "core/counter/counter.h"
#include "core/counter/paperoffers.h"
#include "core/identity/administrativeunits.h"
#include "ui/fee/estimatecard.h"
#include "ui/fee/feecard.h"
#include "core/procedure/answertext.h"
#include "core/procedure/branches.h"
#include "ui/papers/componentcard.h"
#include "ui/papers/papertile.h"
#include "ui/review/assistancecard.h"
#include "ui/theme/paint.h"
#include "ui/theme/icon.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// An icon in the colour of its tone; the words beside it say the same.
class Mark final : public QWidget
{
public:
    Mark(Icon icon, Tone tone, QWidget *parent)
        : QWidget(parent)
        , m_icon(icon)
        , m_tone(tone)
    {
        const int side = themeOf(this).px(22);
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, themeOf(this).tone(m_tone).ink);
    }

private:
    Icon m_icon;
    Tone m_tone;
};

QString sectionOf(const Finding &finding)
{
    if (!finding.component.isEmpty())
        return ReviewPage::tr("Papers");
    return finding.section;
}

} // namespace

ReviewPage::ReviewPage(const AdministrativeUnits &units, const Counter &counter, QWidget *parent)
    : QWidget(parent)
    , m_units(units)
    , m_counter(counter)
    , m_verdict(new Banner)
    , m_error(new Banner)
    , m_assistance(new AssistanceCard)
{
    const Theme &theme = themeOf(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Review"));
    outer->addWidget(area);
    auto *page = new QWidget;
    auto *centred = new QHBoxLayout(page);
    centred->setContentsMargins(0, 0, theme.px(12), theme.px(24));
    auto *sheet = new QWidget(page);
    sheet->setMaximumWidth(theme.px(880));
    centred->addWidget(sheet, 1);
    m_column = new QVBoxLayout(sheet);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(14));
    m_column->addWidget(m_error);
    m_column->addWidget(m_verdict);
    m_column->addWidget(m_assistance);
    m_column->addStretch(1);
    area->setWidget(page);
    connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (now && area->widget()->isAncestorOf(now))
            area->ensureWidgetVisible(now, 0, 40);
    });
}

void ReviewPage::show(const ProcedurePack &pack, const FormState &state, const QList<Attachment> &papers)
{
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_first = nullptr;
    m_listed = 0;
    m_error->clear();
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(this).px(14));
    m_column->insertWidget(2, m_content);

    QList<Finding> blocking;
    QList<Finding> doubts;
    for (const Finding &finding : state.findings)
        (finding.blocks() ? blocking : doubts).append(finding);
    if (blocking.isEmpty()) {
        m_verdict->showMessage(Tone::Good, tr("The dossier is complete."),
                               doubts.isEmpty() ? tr("Read it through with the citizen, then submit it.")
                                                : tr("Look at the notes below with the citizen, then submit it."));
    } else {
        m_verdict->showMessage(Tone::Waiting, tr("%n thing(s) to complete before submitting", nullptr, int(blocking.size())),
                               tr("Everything is listed here at once. Nothing that was typed is lost meanwhile."));
    }
    addFindings(blocking, true);
    addFindings(doubts, false);
    addFeeAndTime(pack, state);
    addBranches(pack, state);
    addPrints(pack, state);
    addAnswers(pack, state);
    addPapers(pack, state, papers);
}

void ReviewPage::showError(const Error &error)
{
    m_error->showError(error);
}

void ReviewPage::clearError()
{
    m_error->clear();
}

void ReviewPage::focusFirst()
{
    if (m_first)
        m_first->setFocus(Qt::TabFocusReason);
}

// What the citizen may take home or sign now, before anything is submitted.
void ReviewPage::addPrints(const ProcedurePack &pack, const FormState &state)
{
    auto *card = new Card;
    card->body()->addWidget(new SectionTitle(tr("Print for the citizen")));
    auto *row = new QHBoxLayout;
    row->setSpacing(themeOf(this).px(12));
    const auto add = [&](const QString &text, const QString &paper) {
        auto *button = new SecondaryButton(text, Icon::Print);
        connect(button, &QPushButton::clicked, this, [this, paper] { Q_EMIT printRequested(paper); });
        row->addWidget(button);
    };
    Dossier draft;
    for (const OfferedPaper &paper : offeredPapers(draft, pack, state, Role::TeamMember)) {
        if (paper.kind == OfferedPaper::Kind::Declaration && row->isEmpty())
            add(tr("Print the declaration to sign"), paper.id);
        if (paper.kind == OfferedPaper::Kind::Guidance)
            add(tr("Print what is missing"), paper.id);
    }
    row->addStretch(1);
    card->body()->addLayout(row);
    m_content->layout()->addWidget(card);
}

void ReviewPage::addFindings(const QList<Finding> &findings, bool blocking)
{
    if (findings.isEmpty())
        return;
    const Theme &theme = themeOf(this);
    auto *card = new Card;
    card->body()->setSpacing(theme.px(4));
    card->body()->addWidget(
        new SectionTitle(blocking ? tr("Still missing or wrong") : tr("To look at again; does not hinder submitting")));
    for (const Finding &finding : findings)
        card->body()->addWidget(makeFinding(finding));
    m_content->layout()->addWidget(card);
}

QWidget *ReviewPage::makeFinding(const Finding &finding)
{
    const Theme &theme = themeOf(this);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, theme.px(6), 0, theme.px(6));
    row->setSpacing(theme.px(12));
    const Tone tone = finding.severity == Finding::Severity::Error ? Tone::Error : Tone::Waiting;
    row->addWidget(new Mark(tone == Tone::Error ? Icon::Error : Icon::Warning, tone, line), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    const QString section = sectionOf(finding);
    words->addWidget(
        new TextLabel(section.isEmpty() ? finding.label : u"%1 · %2"_s.arg(section, finding.label), TextRole::Strong));
    words->addWidget(new TextLabel(finding.message));
    if (!finding.source.text.isEmpty())
        words->addWidget(new TextLabel(tr("Source: %1").arg(finding.source.text), TextRole::Small, TextLabel::Ink::Muted));
    row->addLayout(words, 1);
    auto *go = new SecondaryButton(finding.blocks() ? tr("Go and complete") : tr("Go and look"), Icon::Forward, line);
    go->setAccessibleName(u"%1: %2"_s.arg(go->text(), finding.label));
    go->setAccessibleDescription(finding.message);
    row->addWidget(go, 0, Qt::AlignTop);
    connect(go, &QPushButton::clicked, this, [this, pointer = finding.pointer, component = finding.component] {
        if (component.isEmpty())
            Q_EMIT fieldRequested(pointer);
        else
            Q_EMIT paperRequested(component);
    });
    if (!m_first)
        m_first = go;
    ++m_listed;
    return line;
}

// Said before submitting, so that nobody is surprised by a call from another agency.
void ReviewPage::addBranches(const ProcedurePack &pack, const FormState &state)
{
    const QList<Branch> branches = activeBranches(pack, state.answers);
    if (branches.isEmpty())
        return;
    const Theme &theme = themeOf(this);
    auto *card = new Card;
    card->body()->addWidget(new SectionTitle(tr("One dossier, %n branch(es)", nullptr, int(branches.size()))));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(20));
    grid->setVerticalSpacing(theme.px(8));
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    for (const Branch &branch : branches) {
        const int at = grid->rowCount();
        auto *who = new QVBoxLayout;
        who->setSpacing(0);
        who->addWidget(new TextLabel(branch.agency, TextRole::Strong));
        who->addWidget(new TextLabel(tr("Estimate: %1").arg(branch.deadlineText), TextRole::Small, TextLabel::Ink::Muted));
        grid->addWidget(new TextLabel(branch.title, TextRole::Body, TextLabel::Ink::Muted), at, 0, Qt::AlignTop);
        grid->addLayout(who, at, 1);
    }
    card->body()->addLayout(grid);
    m_content->layout()->addWidget(card);
}

void ReviewPage::addFeeAndTime(const ProcedurePack &pack, const FormState &state)
{
    auto *holder = new QWidget;
    auto *flow = new FlowLayout(holder);
    flow->setSpacing(themeOf(this).px(14));
    flow->setItemWidth(themeOf(this).px(340));
    auto *fee = new FeeCard;
    fee->show(m_counter.feeSheet(pack, state.answers));
    auto *time = new EstimateCard;
    time->show(m_counter.estimate(pack, state.answers), deadlineOf(pack, state.answers));
    flow->addWidget(fee);
    flow->addWidget(time);
    m_content->layout()->addWidget(holder);
}

void ReviewPage::addAnswers(const ProcedurePack &pack, const FormState &state)
{
    const Theme &theme = themeOf(this);
    const QList<AnswerSection> sections = answerSections(pack, state, m_units);
    for (const AnswerSection &section : sections) {
        auto *card = new Card;
        auto *title = new SectionTitle(section.title);
        ActionButton *change = title->addAction(tr("Change"), Icon::Draft);
        change->setAccessibleName(tr("Change: %1").arg(section.title));
        connect(change, &QPushButton::clicked, this,
                [this, pointer = section.lines.first().pointer] { Q_EMIT fieldRequested(pointer); });
        card->body()->addWidget(title);
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(theme.px(20));
        grid->setVerticalSpacing(theme.px(6));
        grid->setColumnStretch(0, 2);
        grid->setColumnStretch(1, 3);
        for (const AnswerLine &line : section.lines) {
            const int at = grid->rowCount();
            grid->addWidget(new TextLabel(line.label, TextRole::Body, TextLabel::Ink::Muted), at, 0, Qt::AlignTop);
            auto *answer = new TextLabel(line.text, TextRole::Strong);
            answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
            grid->addWidget(answer, at, 1, Qt::AlignTop);
        }
        card->body()->addLayout(grid);
        m_content->layout()->addWidget(card);
    }
}

void ReviewPage::addPapers(const ProcedurePack &pack, const FormState &state, const QList<Attachment> &papers)
{
    const Theme &theme = themeOf(this);
    auto *card = new Card;
    card->body()->addWidget(new SectionTitle(tr("Papers")));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(20));
    grid->setVerticalSpacing(theme.px(8));
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    bool any = false;
    for (const Component &component : pack.components) {
        const auto held = std::find_if(state.components.cbegin(), state.components.cend(),
                                       [&](const ComponentState &each) { return each.code == component.code; });
        int files = 0;
        int pages = 0;
        bool returned = true;
        for (const Attachment &paper : papers) {
            if (paper.component != component.code)
                continue;
            ++files;
            pages += paper.pages;
            returned = returned && paper.originalReturned;
        }
        if (files == 0 && (held == state.components.cend() || !held->applies))
            continue;
        any = true;
        const int at = grid->rowCount();
        grid->addWidget(new TextLabel(component.title, TextRole::Body, TextLabel::Ink::Muted), at, 0, Qt::AlignTop);
        QString words = tr("None");
        if (files > 0) {
            words = u"%1, %2"_s.arg(tr("%n file(s)", nullptr, files), tr("%n page(s)", nullptr, pages));
            if (component.handling != Component::Handling::Submit)
                words += u" · "_s + (returned ? tr("original given back") : tr("original not given back yet"));
        }
        grid->addWidget(new TextLabel(words, TextRole::Strong), at, 1, Qt::AlignTop);
    }
    card->body()->addLayout(grid);
    if (!any)
        card->body()->addWidget(new TextLabel(tr("This dossier needs no papers."), TextRole::Body, TextLabel::Ink::Muted));
    m_content->layout()->addWidget(card);
}

} // namespace motcua
