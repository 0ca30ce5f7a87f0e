#include "core/base/errorcatalog.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using motcua::ErrorCode;
using motcua::ErrorExplanation;

namespace {

const QString sourceDir = QStringLiteral(MOTCUA_SOURCE_DIR);

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; // more than one for plural forms
    QString type;

    QString key() const { return context + u" | "_s + source + (comment.isEmpty() ? QString() : u" | "_s + comment); }
};

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString withoutComments(QString source)
{
    static const QRegularExpression comment(u"//[^\\n]*"_s);
    return source.remove(comment);
}

// The names of the enum in the order of the header, which is also the order of their numbers.
QStringList enumerators()
{
    const QString header = withoutComments(readText(sourceDir + u"/core/base/errorcode.h"_s));
    const qsizetype begin = header.indexOf(u'{', header.indexOf(u"enum class ErrorCode"_s));
    const QString body = header.mid(begin + 1, header.indexOf(u'}', begin) - begin - 1);
    QStringList names;
    for (const QString &name : body.split(u','))
        names.append(name.trimmed());
    names.removeAll(QString());
    return names;
}

QStringList programSources()
{
    QStringList files;
    for (const QString &folder : { u"app"_s, u"core"_s, u"sync"_s, u"ui"_s }) {
        QDirIterator it(sourceDir + u'/' + folder, { u"*.cpp"_s, u"*.h"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
    }
    files.sort();
    return files;
}

QList<Message> messagesOf(const QString &path)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "translation"_L1
            && messages.last().translations.isEmpty())
            messages.last().translations.append(QString());
        if (xml.tokenType() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append({ context, {}, {}, {}, {} });
        else if (xml.name() == "source"_L1)
            messages.last().source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            messages.last().comment = xml.readElementText();
        else if (xml.name() == "numerusform"_L1)
            messages.last().translations.append(xml.readElementText());
        else if (xml.name() == "translation"_L1) {
            messages.last().type = xml.attributes().value("type"_L1).toString();
            const bool plural = xml.readNext() == QXmlStreamReader::Characters && xml.isWhitespace();
            if (!plural && xml.isCharacters())
                messages.last().translations.append(xml.text().toString());
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(?:L?\\d+|n)"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text))
        found.append(match.captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

// Qt Test cuts long messages, so every finding gets a line of its own.
bool nothingToReport(const QString &headline, QStringList findings)
{
    findings.sort();
    for (const QString &finding : findings)
        qWarning().noquote() << headline << finding;
    return findings.isEmpty();
}

} // namespace

// Keeps four things together: the code in the source, the catalogue, the Vietnamese translation and the book of the help desk.
class TestErrorBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCodeHasAnEntry();
    void idsAreUniqueAndWellFormed();
    void everyCodeIsRaisedInExactlyOnePlace();
    void everyErrorIsTranslated();
    void everyErrorIsInTheBook();
    void theBookKnowsNoOtherErrors();
    void theBookIsInOrder();
    void nothingIsLeftUntranslated_data();
    void nothingIsLeftUntranslated();
    void lupdateFindsNothingNew_data();
    void lupdateFindsNothingNew();

private:
    struct Section
    {
        QString heading;
        QString body;
    };

    QTranslator m_vietnamese;
    QMap<QString, Section> m_sections;
    QStringList m_order;
};

void TestErrorBook::initTestCase()
{
    QVERIFY(m_vietnamese.load(u":/translations/motcua_vi.qm"_s));
    const QString book = readText(sourceDir + u"/docs/error-codes.md"_s);
    QVERIFY(!book.isEmpty());
    static const QRegularExpression heading(u"^## (MC-\\d+)(.*)$"_s, QRegularExpression::MultilineOption);
    QList<QRegularExpressionMatch> headings;
    for (const QRegularExpressionMatch &match : heading.globalMatch(book))
        headings.append(match);
    for (qsizetype i = 0; i < headings.size(); ++i) {
        const qsizetype end = i + 1 < headings.size() ? headings.at(i + 1).capturedStart() : book.size();
        const QString id = headings.at(i).captured(1);
        QVERIFY2(!m_sections.contains(id), qPrintable(id + u" has two sections"_s));
        m_sections.insert(
            id, { headings.at(i).captured(2), book.mid(headings.at(i).capturedEnd(), end - headings.at(i).capturedEnd()) });
        m_order.append(id);
    }
}

void TestErrorBook::everyCodeHasAnEntry()
{
    const QStringList names = enumerators();
    QVERIFY(names.size() > 5);
    QStringList missing;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (motcua::errorId(ErrorCode(i)).isEmpty())
            missing.append(names.at(i));
    }
    QVERIFY(nothingToReport(u"no entry in errorcatalog.cpp:"_s, missing));
    QCOMPARE(motcua::allErrorCodes().size(), names.size());
}

void TestErrorBook::idsAreUniqueAndWellFormed()
{
    static const QRegularExpression shape(u"^MC-[1-6]\\d\\d$"_s);
    QSet<QString> seen;
    for (const ErrorCode code : motcua::allErrorCodes()) {
        const QString id = motcua::errorId(code);
        QVERIFY2(shape.match(id).hasMatch(), qPrintable(id));
        QVERIFY2(!seen.contains(id), qPrintable(id + u" is used twice"_s));
        seen.insert(id);
    }
}

void TestErrorBook::everyCodeIsRaisedInExactlyOnePlace()
{
    static const QRegularExpression raise(u"\\bfail\\(\\s*ErrorCode::(\\w+)"_s);
    static const QRegularExpression aside(u"\\bError\\s*\\{\\s*ErrorCode::(\\w+)"_s);
    QMap<QString, QStringList> places;
    QStringList wrong;
    for (const QString &path : programSources()) {
        const QString source = withoutComments(readText(path));
        const QString where = QDir(sourceDir).relativeFilePath(path);
        for (const QRegularExpressionMatch &match : raise.globalMatch(source))
            places[match.captured(1)].append(where);
        for (const QRegularExpressionMatch &match : aside.globalMatch(source))
            wrong.append(u"%1 is made without fail() in %2"_s.arg(match.captured(1), where));
    }
    for (const QString &name : enumerators()) {
        if (places.value(name).size() != 1)
            wrong.append(
                u"%1 is raised %2 times: %3"_s.arg(name).arg(places.value(name).size()).arg(places.value(name).join(u' ')));
    }
    QVERIFY(nothingToReport(u"raised in one place by fail(ErrorCode::…)?"_s, wrong));
}

void TestErrorBook::everyErrorIsTranslated()
{
    QStringList english;
    for (const ErrorCode code : motcua::allErrorCodes()) {
        const ErrorExplanation source = motcua::explain({ code, {}, {} });
        for (const QString &text : { source.happened, source.kept, source.next }) {
            if (m_vietnamese.translate("ErrorCatalog", text.toUtf8().constData()).isEmpty())
                english.append(source.id + u": "_s + text);
        }
    }
    QVERIFY(nothingToReport(u"no Vietnamese in translations/core_vi.ts:"_s, english));
}

void TestErrorBook::everyErrorIsInTheBook()
{
    QVERIFY(QCoreApplication::installTranslator(&m_vietnamese));
    QStringList wrong;
    for (const ErrorCode code : motcua::allErrorCodes()) {
        const ErrorExplanation text = motcua::explain({ code, {}, {} });
        if (!m_sections.contains(text.id)) {
            wrong.append(text.id + u" has no section"_s);
            continue;
        }
        const Section &section = m_sections[text.id];
        const QString headline = text.happened.endsWith(u'.') ? text.happened.chopped(1) : text.happened;
        if (section.heading != u" · "_s + headline && section.heading != u" · "_s + text.happened)
            wrong.append(u"%1: the heading is not “%2”"_s.arg(text.id, headline));
        const QStringList lines = section.body.split(u'\n');
        for (const QString &line : { u"Đã xảy ra: "_s + text.happened, u"Đã giữ: "_s + text.kept, u"Làm gì: "_s + text.next }) {
            if (!lines.contains(line))
                wrong.append(u"%1: no line “%2”"_s.arg(text.id, line));
        }
        static const QRegularExpression hint(u"^Gợi ý cho người trực: \\S"_s, QRegularExpression::MultilineOption);
        if (!hint.match(section.body).hasMatch())
            wrong.append(text.id + u": no hint for the help desk"_s);
    }
    QCoreApplication::removeTranslator(&m_vietnamese);
    QVERIFY(nothingToReport(u"docs/error-codes.md:"_s, wrong));
}

void TestErrorBook::theBookKnowsNoOtherErrors()
{
    QStringList known;
    for (const ErrorCode code : motcua::allErrorCodes())
        known.append(motcua::errorId(code));
    for (const QString &id : m_order)
        QVERIFY2(known.contains(id), qPrintable(id + u" is in the book but not in the program"_s));
}

void TestErrorBook::theBookIsInOrder()
{
    QStringList sorted = m_order;
    sorted.sort();
    QCOMPARE(m_order, sorted);
}

void TestErrorBook::nothingIsLeftUntranslated_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &group : { u"core"_s, u"sync"_s, u"ui"_s, u"app"_s, u"qt"_s })
        QTest::newRow(qPrintable(group)) << sourceDir + u"/translations/%1_vi.ts"_s.arg(group);
}

void TestErrorBook::nothingIsLeftUntranslated()
{
    QFETCH(QString, file);
    QVERIFY(QFileInfo::exists(file));
    QStringList wrong;
    for (const Message &message : messagesOf(file)) {
        if (!message.type.isEmpty())
            wrong.append(u"%1: %2"_s.arg(message.type, message.key()));
        if (message.translations.isEmpty() || message.translations.contains(QString()))
            wrong.append(u"empty: "_s + message.key());
        for (const QString &text : message.translations) {
            if (text != text.normalized(QString::NormalizationForm_C))
                wrong.append(u"not NFC: "_s + message.key());
            if (placeholders(text) != placeholders(message.source))
                wrong.append(u"other placeholders: %1 -> %2"_s.arg(message.key(), text));
        }
    }
    QVERIFY(nothingToReport(file, wrong));
}

void TestErrorBook::lupdateFindsNothingNew_data()
{
    QTest::addColumn<QString>("group");
    for (const QString &group : { u"core"_s, u"sync"_s, u"ui"_s, u"app"_s })
        QTest::newRow(qPrintable(group)) << group;
}

void TestErrorBook::lupdateFindsNothingNew()
{
    QFETCH(QString, group);
    const QString lupdate = QStringLiteral(MOTCUA_LUPDATE);
    if (!QFileInfo(lupdate).isExecutable())
        QSKIP("lupdate is not installed here: install the package qt6-l10n-tools");
    const QTemporaryDir temp;
    const QString original = sourceDir + u"/translations/%1_vi.ts"_s.arg(group);
    const QString copy = temp.filePath(u"copy_vi.ts"_s);
    QVERIFY(QFile::copy(original, copy));
    QProcess process;
    process.start(lupdate, { sourceDir + u'/' + group, u"-I"_s, sourceDir, u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s,
                             u"none"_s, u"-ts"_s, copy });
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QSet<QString> before;
    QSet<QString> after;
    for (const Message &message : messagesOf(original))
        before.insert(message.key());
    for (const Message &message : messagesOf(copy))
        after.insert(message.key());
    const QSet<QString> fresh = after - before;
    const QSet<QString> stale = before - after;
    QVERIFY(nothingToReport(u"in the source, not in "_s + original, fresh.values()));
    QVERIFY(nothingToReport(u"no longer in the source, still in "_s + original, stale.values()));
}

QTEST_GUILESS_MAIN(TestErrorBook)

#include "tst_errorbook.moc"
