#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMarginsF>
#include <QString>
#include <QStringList>

#include <functional>

namespace motcua {

// How the sheet lies and where its text begins: "@page { size: A4 landscape; margin: 20mm 20mm 10mm 30mm; }" in the template's style.
struct PaperSheet
{
    bool landscape = false;
    QMarginsF margins { 30, 20, 20, 20 }; // millimetres
};

// A paper as data: Mustache (mustache.github.io) over the HTML that QTextDocument knows, lengths in mm or pt.
// Every value is escaped, whatever the tag; {{{x}}}, {{&x}} and {{=x}} are refused. Three rules beyond Mustache, for forms:
//  * a name that the template only prints, and that has no value, prints a dotted line to fill in by hand;
//    a name that it asks for with {{#x}} or {{^x}} prints nothing then;
//  * inside a section over an object or a row, a name without a dot means a member of it and nothing outside;
//  * the images are the things of forms: fill (to the end of the line), fill:12 (mm), digits:070195000123, box:1, box:0, qr.
//    Nothing is ever loaded from anywhere.
// Immutable; thread-safe.
class PaperTemplate
{
public:
    using Partial = std::function<QByteArray(const QString &name)>; // empty when there is none

    // PaperTemplateWrong with `id` as subject and what is wrong as detail.
    static Result<PaperTemplate> parse(const QString &id, const QByteArray &html, const Partial &partial = {});

    const QString &id() const { return m_id; }
    const QString &title() const { return m_title; } // its <title>, for lists
    bool usesQr() const { return m_text.contains("\"qr\""); }
    const PaperSheet &sheet() const { return m_sheet; }
    QString fill(const QJsonObject &facts) const; // HTML for renderPaperSheet()

    // Names that the template prints or asks for and that `vocabulary`, facts with every member present, does not have.
    QStringList unknownNames(const QJsonObject &vocabulary) const;

private:
    struct Tag
    {
        QChar sort; // '#', '^', '/', or nothing for a name that is printed
        QString name;
    };

    QString m_id;
    QString m_title;
    PaperSheet m_sheet;
    QByteArray m_text;
    QList<Tag> m_tags;
    QStringList m_askedFor;
};

// A thing of forms as a value in the facts: {{applicant.personalId:digits}} may stand for twelve boxes.
QJsonObject formThing(const QString &name); // "digits:070195000123", "box:1"

} // namespace motcua
