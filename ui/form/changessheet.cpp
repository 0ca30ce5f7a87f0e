#include "ui/form/changessheet.h"

#include "core/procedure/packchanges.h"
#include "ui/form/versionpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using What = PackChange::What;
using How = PackChange::How;

qsizetype count(const QList<PackChange> &changes, What what, How how)
{
    return std::count_if(changes.cbegin(), changes.cend(),
                         [=](const PackChange &one) { return one.what == what && one.how == how; });
}

QString headingOf(What what)
{
    switch (what) {
    case What::Field:
        return ChangesSheet::tr("Questions");
    case What::Paper:
        return ChangesSheet::tr("Papers");
    case What::Fee:
        return ChangesSheet::tr("Fee");
    case What::Deadline:
        return ChangesSheet::tr("Time limit");
    case What::Result:
        return ChangesSheet::tr("Result");
    case What::Law:
        return ChangesSheet::tr("Law");
    case What::Advice:
        return ChangesSheet::tr("What the citizen is told");
    }
    return {};
}

} // namespace

QString changeSummary(const QList<PackChange> &changes)
{
    QStringList parts;
    const auto add = [&](qsizetype number, const QString &words) {
        if (number > 0)
            parts.append(words);
    };
    const int added = int(count(changes, What::Field, How::Added));
    const int removed = int(count(changes, What::Field, How::Removed));
    const int changed = int(count(changes, What::Field, How::Changed));
    add(added, ChangesSheet::tr("%n new question(s)", nullptr, added));
    add(removed, ChangesSheet::tr("%n no longer asked", nullptr, removed));
    add(changed, ChangesSheet::tr("%n worded differently", nullptr, changed));
    const auto any = [&](What what) {
        return std::any_of(changes.cbegin(), changes.cend(), [=](const PackChange &one) { return one.what == what; });
    };
    add(any(What::Paper), ChangesSheet::tr("the papers change"));
    add(any(What::Fee), ChangesSheet::tr("the fee changes"));
    add(any(What::Deadline), ChangesSheet::tr("the time limit changes"));
    add(any(What::Law) && parts.isEmpty(), ChangesSheet::tr("only the legal basis changes"));
    if (parts.isEmpty())
        return ChangesSheet::tr("Nothing that is asked changes.");
    return ChangesSheet::tr("What changes: %1.").arg(parts.join(u", "_s));
}

QString changeLine(const PackChange &change)
{
    if (change.title.isEmpty())
        return change.before.isEmpty() ? change.after : ChangesSheet::tr("before: %1\nnow: %2").arg(change.before, change.after);
    switch (change.how) {
    case How::Added:
        return ChangesSheet::tr("New: %1").arg(change.title);
    case How::Removed:
        return ChangesSheet::tr("No longer: %1").arg(change.title);
    case How::Changed:
        break;
    }
    if (change.before.isEmpty() || change.before == change.after)
        return ChangesSheet::tr("Changed: %1").arg(change.title);
    return ChangesSheet::tr("Changed: %1\nbefore: %2\nnow: %3").arg(change.title, change.before, change.after);
}

ChangesSheet::ChangesSheet(const ProcedurePack &from, const ProcedurePack &to, QWidget *parent)
    : QDialog(parent)
{
    const Theme &theme = themeOf(this);
    setWindowTitle(tr("What changes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    column->setSpacing(theme.px(12));
    column->addWidget(new TextLabel(to.name, TextRole::Heading));
    column->addWidget(new TextLabel(tr("From version %1 to version %2, in force since %3")
                                        .arg(from.version, to.version, to.validFrom.toString(u"dd/MM/yyyy"_s)),
                                    TextRole::Body, TextLabel::Ink::Muted));
    auto *list = new QWidget;
    auto *lines = new QVBoxLayout(list);
    lines->setContentsMargins(0, 0, theme.px(12), 0);
    lines->setSpacing(theme.px(6));
    const QList<PackChange> changes = packChanges(from, to);
    for (const What what : { What::Field, What::Paper, What::Fee, What::Deadline, What::Result, What::Advice, What::Law }) {
        bool first = true;
        for (const PackChange &change : changes) {
            if (change.what != what)
                continue;
            if (first)
                lines->addWidget(new TextLabel(headingOf(what), TextRole::Strong));
            first = false;
            lines->addWidget(new TextLabel(changeLine(change)));
        }
        if (!first)
            lines->addSpacing(theme.px(8));
    }
    if (changes.isEmpty())
        lines->addWidget(new TextLabel(tr("Nothing that is asked or said changes.")));
    lines->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidget(list);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    column->addWidget(area, 1);
    auto *close = new SecondaryButton(tr("Close"));
    close->setKeyHint(u"Esc"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    close->setFocus();
    resize(theme.px(720), theme.px(520));
}

} // namespace motcua
