#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace motcua {

// Reads members of an answer that nobody has checked yet. The first member that is missing, of another type or out of bounds is
// remembered in `problem` (shared by the readers of one answer); what is read after it is empty.
class StrictJson
{
public:
    StrictJson(QJsonObject object, QString path, QString &problem);

    bool has(const char *name) const;
    QString text(const char *name, qsizetype minLength, qsizetype maxLength);
    QString digest(const char *name); // 64 lower-case hexadecimal digits
    QString dossierId(const char *name);
    QDateTime time(const char *name); // RFC 3339 with an offset
    qint64 integer(const char *name, qint64 minimum, qint64 maximum);
    bool flag(const char *name);
    StrictJson object(const char *name);
    QList<StrictJson> objects(const char *name, qsizetype most);

    QJsonObject raw() const { return m_object; }
    QString path() const { return m_path; }
    void complain(const QString &where); // for a value that is well-formed but cannot be
    bool ok() const { return m_problem->isEmpty(); }

private:
    QJsonValue member(const char *name) const;
    QString pointer(const char *name) const;

    QJsonObject m_object;
    QString m_path;
    QString *m_problem;
};

constexpr qint64 largestJsonInteger = (qint64(1) << 53) - 1; // what every JSON reader keeps exactly

} // namespace motcua
