#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace motcua {

// A command line, taken apart. Options may stand before or after the verb.
struct Arguments
{
    QStringList words;                   // verb and positional arguments
    QHash<QString, QStringList> options; // name -> values, "" for switches

    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option, const QString &otherwise = {}) const
    {
        return options.value(option).value(0, otherwise);
    }
    QStringList values(const QString &option) const { return options.value(option); }
};

// UsageWrong with the offending word as subject.
Result<Arguments> parseArguments(const QStringList &arguments);

QString usageText();

// UsageWrong, for verbs that find their arguments wrong.
tl::unexpected<Error> wrongUsage(const QString &what);

} // namespace motcua
