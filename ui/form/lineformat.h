#pragma once

#include "core/procedure/procedurepack.h"

#include <QJsonValue>
#include <QString>

#include <memory>

namespace motcua {

// How one kind of one-line answer is typed, shown and stored. Pure functions, so they are tested without a widget.
class LineFormat
{
public:
    virtual ~LineFormat() = default;

    virtual QString shown(const QJsonValue &value) const;   // text for the field
    virtual QJsonValue stored(const QString &text) const;   // undefined when empty; what cannot be read is kept as typed
    virtual QString whileTyping(const QString &text) const; // grouping and the like; must keep the order of the kept characters
    virtual QString pasted(const QString &text) const;      // what is taken out of pasted text with noise around it
    virtual QString noteFor(const QJsonValue &value) const; // a quiet line under the field
    virtual QString placeholder() const { return {}; }
    virtual int widthInCharacters() const { return 0; } // 0 = all the room there is
    virtual bool digitsOnly() const { return false; }   // for the digits with one width and input method hints
};

// By x-format and type of the field; plain text for formats nobody knows.
std::unique_ptr<LineFormat> lineFormatFor(const FieldInfo &field);

} // namespace motcua
