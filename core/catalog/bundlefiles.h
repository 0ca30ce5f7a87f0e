#pragma once

#include "core/catalog/bundle.h"
#include "core/procedure/procedurepack.h"

#include <QHash>

#include <functional>
#include <optional>

namespace motcua {

// Why a file cannot be used; nothing when it can.
struct FileProblem
{
    QString pointer; // into the file, or empty
    QString reason;  // technical, English
};
using FileReader = std::function<std::optional<FileProblem>(const QByteArray &content)>;

// The real readers of what a signed file may carry, by exact name ("data/calendar.json"). Procedures are always read by
// parseProcedurePack(); JSON and HTML that nobody registered must at least be well-formed: newer files may serve newer programs.
using FileReaders = QHash<QString, FileReader>;

// Every version of one procedure that a kiosk has.
using KnownPacks = std::function<QList<PackPtr>(const QString &code)>;

// Reads every file before anything changes. A version that is `known` must keep its text.
// BundleFileRefused, with the name of the file and the place in it.
Result<QList<PackPtr>> checkBundleFiles(const Bundle &bundle, const FileReaders &readers, const KnownPacks &known = {});

// "procedures/1.004873.json" and "procedures/1.004873-2027.json" are packs; "procedures/services.json" is not.
bool isPackFileName(const QString &name);

} // namespace motcua
