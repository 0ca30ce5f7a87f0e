#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace motcua {

// What is wrong in a pack file, before it becomes the one error that parseProcedurePack() raises.
struct PackProblem
{
    QString pointer; // JSON pointer into the pack file
    QString reason;  // technical, English, for the author of the pack
};

template <typename T>
using OrProblem = tl::expected<T, PackProblem>;

[[nodiscard]] inline tl::unexpected<PackProblem> problem(QString pointer, QString reason)
{
    return tl::unexpected<PackProblem>(PackProblem { std::move(pointer), std::move(reason) });
}

// One way in which data break a schema.
struct SchemaViolation
{
    QString pointer; // of the value; of the absent member when the keyword is "required"
    QString keyword; // JSON Schema keyword
    int limit = 0;   // of a length or a number, where the keyword has one
};

// A compiled JSON Schema draft-07: the one place that knows the library (valijson). Immutable; any thread may use a copy.
class SchemaValidator
{
public:
    static tl::expected<SchemaValidator, QString> compile(const QJsonValue &schema);

    // Undefined values are judged as AJV judges them, because JSON Forms hands them to AJV: "type", "const" and "enum" fail, keywords
    // about the inside of a value hold.
    bool accepts(const QJsonValue &value) const;

    // Empty = valid. At most one violation per pointer, the one that says most.
    QList<SchemaViolation> violations(const QJsonValue &value) const;

private:
    struct Compiled;
    explicit SchemaValidator(std::shared_ptr<const Compiled> compiled);

    std::shared_ptr<const Compiled> m;
};

} // namespace motcua
