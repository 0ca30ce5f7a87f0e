#pragma once

#include "core/dossier/dossierquery.h"

#include <QString>

namespace motcua {

struct Error;
enum class Tone;

// The ways between pages. Implemented by the main window; pages never know one another. Each way first asks the page in view to leave().
class Navigator
{
public:
    virtual ~Navigator() = default;

    virtual void goHome() = 0;
    virtual void chooseProcedure() = 0;
    virtual void goQueue(DossierQuery::Filter filter = DossierQuery::Filter::All) = 0;
    virtual void goSettings() = 0;
    virtual void openDossier(const QString &id) = 0; // the dossier page, read only
    // The capture page: drafts, refused dossiers, supplements. At a field or a mark of capturemarks.h, else where work stopped.
    virtual void openForm(const QString &id, const QString &place = {}) = 0;
    virtual void openResult(const QString &id, const QString &resultId) = 0;   // a file from the portal: preview, print, save
    virtual void openSlip(const QString &id) = 0;                              // preview, print, PDF
    virtual void openPapers(const QString &id, const QString &paper = {}) = 0; // official papers: preview, print, PDF
    virtual void signOut() = 0;

    // One quiet line that goes away by itself: "saved", "sent". Never for errors.
    virtual void say(Tone tone, const QString &text) = 0;
    // Stays until it is closed.
    virtual void showError(const Error &error) = 0;
};

} // namespace motcua
