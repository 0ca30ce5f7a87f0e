#include "ui/dossier/problemwords.h"

#include "core/base/errorcatalog.h"
#include "core/procedure/fieldlabel.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ProblemWords", text);
}

// The book's own words for an error that was remembered by its number.
QString bookWords(const QString &id)
{
    const QList<ErrorCode> codes = allErrorCodes();
    const auto found = std::find_if(codes.cbegin(), codes.cend(), [&](ErrorCode code) { return errorId(code) == id; });
    return found == codes.cend() ? QString() : explain({ *found, {}, {} }).happened;
}

} // namespace

QString problemWords(const ProcedurePack &pack, const DeliveryProblem &problem)
{
    QStringList lines;
    if (!problem.field.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("ProblemWords", "Field: %1")).arg(fieldLabel(pack, problem.field)));
    if (!problem.papers.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("ProblemWords",
                                             "Damaged on this machine: %1. Take it out and add it again from the original."))
                         .arg(problem.papers.join(u", "_s)));
    if (!problem.reason.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("ProblemWords", "The portal's words: “%1”")).arg(problem.reason));
    else if (problem.papers.isEmpty())
        lines.append(bookWords(problem.errorId));
    return lines.join(u'\n');
}

QStringList askedWords(const ProcedurePack &pack, const PortalRequest &request)
{
    QStringList lines;
    const QString note = request.note.isEmpty() ? QString() : words(QT_TRANSLATE_NOOP("ProblemWords", "“%1”")).arg(request.note);
    const QString day =
        request.request.until.isValid()
            ? words(QT_TRANSLATE_NOOP("ProblemWords", "by %1")).arg(request.request.until.toString(u"dd/MM/yyyy"_s))
            : QString();
    const QString head = QStringList { note, day }.join(u' ').trimmed();
    if (!head.isEmpty())
        lines.append(head);
    for (const SupplementItem &item : request.request.items) {
        const QString name = item.field.isEmpty() ? componentTitle(pack, item.component) : fieldLabel(pack, item.field);
        lines.append(name.isEmpty() ? u"• "_s + item.text : u"• %1: %2"_s.arg(name, item.text));
    }
    return lines;
}

} // namespace motcua
