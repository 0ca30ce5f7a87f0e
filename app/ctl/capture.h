#pragma once

#include "app/ctl/arguments.h"
#include "core/base/result.h"
#include "core/dossier/dossier.h"
#include "core/procedure/formstate.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace motcua {

class Engine;

struct InputPaper
{
    QString component;
    QByteArray content;
    QString suffix;
};

// What a script wants to hand in: read and checked whole before anything is created, so that a refused call leaves nothing behind.
struct Capture
{
    PackPtr pack;
    QJsonObject data;
    QList<InputPaper> papers;
    QList<Finding> findings;

    bool acceptable(bool submitting) const; // errors refuse always, missing things only a submission
};

Result<QList<InputPaper>> readPapers(Engine &engine, const Arguments &arguments);
Result<Capture> readCapture(Engine &engine, const Arguments &arguments);

Result<Dossier> createDossier(Engine &engine, const Capture &capture);
Result<void> addPapers(Engine &engine, const QString &dossierId, const QList<InputPaper> &papers);

} // namespace motcua
