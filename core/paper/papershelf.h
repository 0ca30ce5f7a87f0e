#pragma once

#include "core/base/datashelf.h"
#include "core/base/result.h"
#include "core/paper/papertemplate.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace motcua {

// The papers this kiosk can print, by the id that packs name ("to-khai"). Installed ones stand before those linked into the program,
// so that an official annex can be dropped in. A template may take in another one as its part: {{> quoc-hieu}}. Thread-safe.
class PaperShelf
{
public:
    explicit PaperShelf(const DataShelf *data = nullptr); // outlives this; null: only those in the program

    bool has(const QString &id) const { return !source(id).isEmpty(); }
    QStringList ids() const;                             // sorted
    Result<PaperTemplate> find(const QString &id) const; // PaperTemplateWrong, also when there is none

private:
    const DataShelf &shelf() const { return m_data ? *m_data : m_shipped; }
    QByteArray source(const QString &id) const;

    const DataShelf *m_data;
    ShippedShelf m_shipped;
};

} // namespace motcua
