#include "core/procedure/sentences.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Validation", text);
}

const QHash<QString, const char *> &sentences()
{
    static const QHash<QString, const char *> all {
        { u"type"_s, QT_TRANSLATE_NOOP("Validation", "“%1” is not of the kind of answer that is asked for here.") },
        { u"additionalProperties"_s, QT_TRANSLATE_NOOP("Validation", "This form does not ask for “%1”.") },
        { u"false"_s, QT_TRANSLATE_NOOP("Validation", "“%1” does not go with the other answers.") },
        { u"oneOf"_s, QT_TRANSLATE_NOOP("Validation", "For “%1”, please choose one of the choices that are listed.") },
        { u"enum"_s, QT_TRANSLATE_NOOP("Validation", "For “%1”, please choose one of the choices that are listed.") },
        { u"pattern"_s,
          QT_TRANSLATE_NOOP("Validation", "“%1” is not written in the right form; please compare it with the paper.") },
        { u"minLength"_s, QT_TRANSLATE_NOOP("Validation", "“%1” is too short: at least %2 characters are needed.") },
        { u"maxLength"_s, QT_TRANSLATE_NOOP("Validation", "“%1” is too long: at most %2 characters fit.") },
        { u"minimum"_s, QT_TRANSLATE_NOOP("Validation", "“%1” must be at least %2.") },
        { u"maximum"_s, QT_TRANSLATE_NOOP("Validation", "“%1” must be at most %2.") },
        { u"exclusiveMinimum"_s, QT_TRANSLATE_NOOP("Validation", "“%1” must be more than %2.") },
        { u"exclusiveMaximum"_s, QT_TRANSLATE_NOOP("Validation", "“%1” must be less than %2.") },
        { u"minItems"_s, QT_TRANSLATE_NOOP("Validation", "“%1” needs at least %2 lines.") },
        { u"maxItems"_s, QT_TRANSLATE_NOOP("Validation", "“%1” holds at most %2 lines.") },
        { u"uniqueItems"_s, QT_TRANSLATE_NOOP("Validation", "“%1” holds the same line twice.") },
    };
    return all;
}

} // namespace

QString missingSentence(const QString &label, bool choice)
{
    return choice ? QCoreApplication::translate("Validation", "Please choose “%1”.").arg(label)
                  : QCoreApplication::translate("Validation", "Please fill in “%1”.").arg(label);
}

QString missingRowsSentence(const QString &label)
{
    return QCoreApplication::translate("Validation", "Please add at least one line to “%1”.").arg(label);
}

QString rowLabel(const QString &list, const RowForm &form, int row, const QString &column)
{
    const QString which = form.title.isEmpty() ? QCoreApplication::translate("Validation", "%1, line %2").arg(list).arg(row + 1)
                                               : form.title + u' ' + QString::number(row + 1);
    return column.isEmpty() ? which : which + u" – "_s + column;
}

QString missingPaperSentence(const QString &label)
{
    return QCoreApplication::translate("Validation", "This paper is still missing: “%1”.").arg(label);
}

QString confirmationSentence()
{
    return QCoreApplication::translate("Validation", "The requester still has to confirm the statement.");
}

QString violationSentence(const SchemaViolation &violation, const QString &label)
{
    const char *text =
        sentences().value(violation.keyword, QT_TRANSLATE_NOOP("Validation", "“%1” does not fit; please look at it again."));
    const QString sentence = translated(text);
    return sentence.contains("%2"_L1) ? sentence.arg(label).arg(violation.limit) : sentence.arg(label);
}

} // namespace motcua
