#include "core/assist/sheettext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("AssistSheet", text);
}

QString title()
{
    return words(QT_TRANSLATE_NOOP("AssistSheet", "Sheet for entering a dossier at the portal"));
}

QString orderNote(const AssistSheet &sheet)
{
    return sheet.portalOrder ? words(QT_TRANSLATE_NOOP("AssistSheet", "In the order of the portal's page."))
                             : words(QT_TRANSLATE_NOOP(
                                 "AssistSheet", "In the order of the declaration; the portal's page may ask in another one."));
}

QString afterwards()
{
    return words(QT_TRANSLATE_NOOP(
        "AssistSheet", "When the portal shows the official code, enter it at the kiosk at once: until then nobody can "
                       "tell that this dossier is already there. Delete these files afterwards: they name people."));
}

QString papersTitle()
{
    return words(QT_TRANSLATE_NOOP("AssistSheet", "Papers to add"));
}

constexpr auto style = R"(body{font:16px/1.5 sans-serif;max-width:52rem;margin:1rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%}td{border-top:1px solid #bbb;padding:.35rem;vertical-align:top}
td:first-child{width:2.5rem;text-align:right;color:#555}td:nth-child(2){width:38%}
button{font:inherit;text-align:left;width:100%;white-space:pre-wrap;background:#f4f7fb;border:1px solid #9ab;border-radius:.3rem;padding:.3rem;cursor:pointer}
button.done{background:#e3f4e3;border-color:#4a8a4a}@media print{button{border:0;background:none}})"_L1;

constexpr auto script = R"(document.addEventListener('click',function(e){var b=e.target;if(b.tagName!=='BUTTON')return;
var t=document.createElement('textarea');t.value=b.textContent;document.body.appendChild(t);t.select();
if(document.execCommand('copy'))b.className='done';document.body.removeChild(t);});)"_L1;

} // namespace

QByteArray sheetAsText(const AssistSheet &sheet)
{
    QStringList lines { title(), u"%1 · %2"_s.arg(sheet.procedureCode, sheet.procedureName), sheet.localCode };
    if (!sheet.page.isEmpty())
        lines << sheet.page;
    lines << orderNote(sheet) << QString();
    for (const AssistSection &section : sheet.sections) {
        lines << section.title;
        for (const AssistLine &line : section.lines)
            lines << u"%1. %2: %3"_s.arg(line.number).arg(line.label, line.text);
        lines << QString();
    }
    if (!sheet.papers.isEmpty()) {
        lines << papersTitle();
        for (const AssistPaper &paper : sheet.papers)
            lines << u"%1. %2: %3"_s.arg(paper.number).arg(paper.title, paper.file);
        lines << QString();
    }
    lines << afterwards() << QString();
    return QByteArray("\xEF\xBB\xBF") + lines.join(u"\n"_s).replace(u'\n', u"\r\n"_s).toUtf8();
}

QByteArray sheetAsPage(const AssistSheet &sheet)
{
    const auto safe = [](const QString &text) { return text.toHtmlEscaped(); };
    QString html =
        u"<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>%1</title><style>%2</style></head><body>\n"
        "<h1>%1</h1><p>%3 · %4<br>%5</p><p>%6</p>\n"_s.arg(safe(title()), style, safe(sheet.procedureCode),
                                                           safe(sheet.procedureName), safe(sheet.localCode),
                                                           safe(orderNote(sheet)));
    if (!sheet.page.isEmpty())
        html += u"<p><a href=\"%1\">%1</a></p>\n"_s.arg(safe(sheet.page));
    for (const AssistSection &section : sheet.sections) {
        html += u"<h2>%1</h2><table>\n"_s.arg(safe(section.title));
        for (const AssistLine &line : section.lines)
            html += u"<tr><td>%1</td><td>%2</td><td><button type=\"button\">%3</button></td></tr>\n"_s.arg(line.number)
                        .arg(safe(line.label), safe(line.text));
        html += u"</table>\n"_s;
    }
    if (!sheet.papers.isEmpty()) {
        html += u"<h2>%1</h2><table>\n"_s.arg(safe(papersTitle()));
        for (const AssistPaper &paper : sheet.papers)
            html += u"<tr><td>%1</td><td>%2</td><td>%3</td></tr>\n"_s.arg(paper.number).arg(safe(paper.title), safe(paper.file));
        html += u"</table>\n"_s;
    }
    html += u"<p><strong>%1</strong></p>\n<script>%2</script></body></html>\n"_s.arg(safe(afterwards()), script);
    return html.toUtf8();
}

} // namespace motcua
