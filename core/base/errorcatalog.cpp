#include "core/base/errorcatalog.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Entry
{
    ErrorCode code;
    const char *id;
    const char *happened;
    const char *kept;
    const char *next;
};

constexpr const char *context = "ErrorCatalog";

// clang-format off
constexpr Entry entries[] = {
    { ErrorCode::ProfileMissing, "MC-101",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This folder does not hold a Một Cửa kiosk yet."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check the folder given with --profile, or set the kiosk up with “motcuactl init”.") },
    { ErrorCode::ProfileUnreadable, "MC-102",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The kiosk's settings file cannot be read."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are in a separate file and were not touched."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask IT staff to restore profile.json from a copy or to set it up again.") },
    { ErrorCode::ProfileInUse, "MC-103",
      QT_TRANSLATE_NOOP("ErrorCatalog", "Một Cửa is already open on these data."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are safe in the program that is open."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Use the window that is already open, or close it and try again.") },
    { ErrorCode::ProfileExists, "MC-104",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This folder already holds a kiosk, or traces of an older one."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was overwritten."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Choose an empty folder. If the old data can no longer be opened, call the province's help desk before moving any file.") },
    { ErrorCode::ProfileNotSaved, "MC-107",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The kiosk's settings file could not be written."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The earlier settings and all dossiers are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check that the disk has free space and that this user may write to the folder, then try again.") },
    { ErrorCode::CommuneUnknown, "MC-105",
      QT_TRANSLATE_NOOP("ErrorCatalog", "There is no commune with this code in the list of administrative units."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check the five digits of the commune code in force since 1 July 2025.") },
    { ErrorCode::CertificateUnreadable, "MC-106",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal's certificate file cannot be read."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check the file given with --ca: it must be the province's certificate in PEM form.") },
    { ErrorCode::AttachmentUnknown, "MC-290",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This paper is no longer in the dossier."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The other papers and the answers are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Open the dossier again to see its papers as they are now.") },
    { ErrorCode::DossierClosed, "MC-291",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This dossier has been submitted or withdrawn and can no longer be changed here."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "It is kept exactly as it was submitted."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "If something is wrong, wait for the portal's answer or start a new dossier.") },
    { ErrorCode::ComponentUnknown, "MC-390",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The procedure does not know this kind of paper."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was added and nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Choose one of the papers in the list of the procedure.") },
    { ErrorCode::PackNotKept, "MC-391",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The version of the procedure under which this dossier was captured cannot be found."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier itself is complete and safe."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask IT staff to install the procedure pack of that version again.") },
    { ErrorCode::SlipBeforeSubmission, "MC-490",
      QT_TRANSLATE_NOOP("ErrorCatalog", "There is no slip for this dossier yet, because it has not been submitted."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The draft is saved on this machine."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Complete and submit the dossier, then print the slip.") },
};
// clang-format on

const Entry *find(ErrorCode code)
{
    for (const Entry &entry : entries) {
        if (entry.code == code)
            return &entry;
    }
    return nullptr;
}

QString translated(const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace

ErrorExplanation explain(const Error &error)
{
    const Entry *entry = find(error.code);
    Q_ASSERT_X(entry, "explain", "every code has an entry; tst_errorbook checks it");
    return { QString::fromLatin1(entry->id), translated(entry->happened), translated(entry->kept), translated(entry->next) };
}

QString errorId(ErrorCode code)
{
    const Entry *entry = find(code);
    return entry ? QString::fromLatin1(entry->id) : QString();
}

QList<ErrorCode> allErrorCodes()
{
    QList<ErrorCode> codes;
    for (const Entry &entry : entries)
        codes.append(entry.code);
    return codes;
}

QString explainInOneLine(const Error &error)
{
    const ErrorExplanation text = explain(error);
    QString line = u"%1 %2 %3 (%4)"_s.arg(text.happened, text.kept, text.next, text.id);
    if (!error.subject.isEmpty())
        line += u" [%1]"_s.arg(error.subject);
    return line;
}

} // namespace motcua
