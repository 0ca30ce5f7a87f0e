#pragma once

#include "core/base/result.h"
#include "core/paper/papertemplate.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace motcua {

// The papers this kiosk can print, by the id that packs name ("to-khai"). Installed ones stand before those linked into the program,
// so that an official annex can be dropped in. A template may take in another one as its part: {{> quoc-hieu}}. Thread-safe.
class PaperShelf
{
public:
    PaperShelf() = default; // only those in the program: :/papers/<id>.html
    explicit PaperShelf(QHash<QString, QByteArray> installed);

    bool has(const QString &id) const { return !source(id).isEmpty(); }
    QStringList ids() const;                             // of the program and the installed ones, sorted
    Result<PaperTemplate> find(const QString &id) const; // PaperTemplateWrong, also when there is none

private:
    QByteArray source(const QString &id) const;

    QHash<QString, QByteArray> m_installed;
};

} // namespace motcua
