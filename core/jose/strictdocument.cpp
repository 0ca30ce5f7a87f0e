#include "core/jose/strictdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int deepest = 64;

// Walks a text that QJsonDocument has accepted, so it only has to look at names and levels.
class NameWalk
{
public:
    explicit NameWalk(const QByteArray &text)
        : m_text(text)
    {
    }

    bool run()
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at) {
            switch (m_text.at(m_at)) {
            case '{':
            case '[':
                m_open.append(Level { m_text.at(m_at) == '{', {} });
                if (m_open.size() > deepest)
                    return false;
                break;
            case '}':
            case ']':
                m_open.removeLast();
                break;
            case '"':
                if (!takeString())
                    return false;
                break;
            default:
                break;
            }
        }
        return true;
    }

    qsizetype at() const { return m_at; }

private:
    struct Level
    {
        bool isObject = false;
        QSet<QString> names;
    };

    bool takeString()
    {
        const qsizetype begin = m_at;
        for (++m_at; m_text.at(m_at) != '"'; ++m_at) {
            if (m_text.at(m_at) == '\\')
                ++m_at;
        }
        if (!m_open.last().isObject || !isName())
            return true;
        // "a" and its escaped spelling are one name.
        const QByteArray quoted = m_text.mid(begin, m_at - begin + 1);
        const QString name = QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
        if (m_open.last().names.contains(name))
            return false;
        m_open.last().names.insert(name);
        return true;
    }

    bool isName() const
    {
        qsizetype next = m_at + 1;
        while (next < m_text.size()
               && (m_text.at(next) == ' ' || m_text.at(next) == '\n' || m_text.at(next) == '\r' || m_text.at(next) == '\t'))
            ++next;
        return next < m_text.size() && m_text.at(next) == ':';
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    QList<Level> m_open;
};

} // namespace

tl::expected<QJsonObject, QString> strictObject(const QByteArray &text)
{
    QJsonParseError problem {};
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (!document.isObject())
        return tl::unexpected(u"not a JSON object: %1 at byte %2"_s.arg(problem.errorString()).arg(problem.offset));
    if (text.startsWith("\xEF\xBB\xBF"))
        return tl::unexpected(u"a byte order mark stands before the text"_s);
    NameWalk walk(text);
    if (!walk.run())
        return tl::unexpected(u"a name stands twice in one object, or too many levels, at byte %1"_s.arg(walk.at()));
    return document.object();
}

} // namespace motcua
