#include "core/assist/assistsheet.h"

#include "core/procedure/answertext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("AssistSheet", text);
}

// Numbers are grouped for reading ("070 195 000 123"); a portal's field takes them as they were typed.
QList<AnswerSection> readyToPaste(QList<AnswerSection> answers, const QJsonObject &typed)
{
    for (AnswerSection &section : answers) {
        for (AnswerLine &line : section.lines) {
            const QString raw = valueAt(typed, line.pointer).toString();
            if (!raw.isEmpty() && QString(line.text).remove(u' ') == raw)
                line.text = raw;
        }
    }
    return answers;
}

// Those that the portal asks for, in its order and words; the rest stays, under a heading that says so.
QList<AssistSection> inPortalOrder(const QList<AnswerSection> &answers, const PortalOrder &order)
{
    QHash<QString, AnswerLine> left;
    QStringList inFormOrder;
    for (const AnswerSection &section : answers) {
        for (const AnswerLine &line : section.lines) {
            left.insert(line.pointer, line);
            inFormOrder.append(line.pointer);
        }
    }
    AssistSection asked { words(QT_TRANSLATE_NOOP("AssistSheet", "What the portal asks for, in its order")), {} };
    for (const PortalOrder::Field &field : order.fields) {
        const auto line = left.constFind(field.pointer);
        if (line == left.constEnd())
            continue; // not answered in this dossier
        asked.lines.append({ 0, field.label.isEmpty() ? line->label : field.label, line->text });
        left.erase(line);
    }
    AssistSection rest {
        words(QT_TRANSLATE_NOOP("AssistSheet", "Not in the portal's list: enter it where the page has a place for it")), {}
    };
    for (const QString &pointer : std::as_const(inFormOrder)) {
        if (const auto line = left.constFind(pointer); line != left.constEnd())
            rest.lines.append({ 0, line->label, line->text });
    }
    return { asked, rest };
}

QList<AssistSection> inFormOrder(const QList<AnswerSection> &answers)
{
    QList<AssistSection> sections;
    for (const AnswerSection &section : answers) {
        AssistSection one { section.title, {} };
        for (const AnswerLine &line : section.lines)
            one.lines.append({ 0, line.label, line.text });
        sections.append(one);
    }
    return sections;
}

QList<AssistPaper> papersOf(const Dossier &dossier, const ProcedurePack &pack)
{
    QList<AssistPaper> papers;
    const auto append = [&](const Attachment &paper, const QString &title) {
        const int number = int(papers.size()) + 1;
        papers.append({ number, paper.id, paper.component, title, u"giay-to/%1-%2"_s.arg(number, 2, 10, '0'_L1).arg(paper.name),
                        paper.size });
    };
    for (const Component &component : pack.components) {
        for (const Attachment &paper : dossier.attachments) {
            if (paper.component == component.code)
                append(paper, component.title);
        }
    }
    for (const Attachment &paper : dossier.attachments) {
        const bool known = std::any_of(pack.components.cbegin(), pack.components.cend(),
                                       [&](const Component &one) { return one.code == paper.component; });
        if (!known)
            append(paper, paper.component);
    }
    return papers;
}

} // namespace

AssistSheet makeAssistSheet(const Dossier &dossier, const ProcedurePack &pack, const FormState &state,
                            const AdministrativeUnits &units, const PortalOrder &order)
{
    AssistSheet sheet;
    sheet.localCode = dossier.summary.localCode;
    sheet.procedureCode = pack.code;
    sheet.procedureName = pack.name;
    sheet.page = order.page;
    sheet.portalOrder = !order.isEmpty();
    const QList<AnswerSection> answers = readyToPaste(answerSections(pack, state, units), state.answers);
    sheet.sections = order.isEmpty() ? inFormOrder(answers) : inPortalOrder(answers, order);
    sheet.sections.removeIf([](const AssistSection &section) { return section.lines.isEmpty(); });
    int number = 0;
    for (AssistSection &section : sheet.sections) {
        for (AssistLine &line : section.lines)
            line.number = ++number;
    }
    sheet.papers = papersOf(dossier, pack);
    return sheet;
}

} // namespace motcua
