#define POINTERHOLDER_TRANSITION 4 // qpdf 11 wants to be told that we never used its old pointer

#include "core/reader/pdfcontents.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <array>
#include <string>

namespace motcua {

namespace {

using Trouble = PdfContents::Trouble;

// qpdf repeats this name in its messages; the real name may name a person.
constexpr const char *anonymousName = "paper";

void open(QPDF &pdf, const QByteArray &content)
{
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false); // a file that has to be guessed at is not evidence
    pdf.processMemoryFile(anonymousName, content.constData(), size_t(content.size()));
}

// Counts what a stream unpacks to and stops a "bomb" before it fills the memory.
class Budget final : public Pipeline
{
public:
    explicit Budget(qint64 bytes)
        : Pipeline("budget", nullptr)
        , m_left(bytes)
    {
    }

    void write(unsigned char const *, size_t length) override
    {
        m_left -= qint64(length);
        if (m_left < 0)
            throw std::runtime_error("too much");
    }
    void finish() override {}
    bool isSpent() const { return m_left < 0; }

private:
    qint64 m_left;
};

constexpr std::array activeKeys { "/JS", "/XFA", "/EF", "/EmbeddedFiles", "/RichMediaContent" };
const std::array<std::string, 4> activeActions { "/JavaScript", "/Launch", "/ImportData", "/GoToE" };

std::string nameIn(QPDFObjectHandle &dictionary, const char *key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isName() ? value.getName() : std::string();
}

bool isActive(QPDFObjectHandle &dictionary)
{
    for (const char *key : activeKeys) {
        if (dictionary.hasKey(key))
            return true;
    }
    const std::string action = nameIn(dictionary, "/S");
    return std::find(activeActions.begin(), activeActions.end(), action) != activeActions.end();
}

int integerIn(QPDFObjectHandle &dictionary, const char *key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isInteger() ? value.getIntValueAsInt() : 0;
}

void lookAtStream(QPDFObjectHandle &stream, PdfContents &found, Budget &budget)
{
    QPDFObjectHandle dictionary = stream.getDict();
    if (nameIn(dictionary, "/Subtype") == "/Image") {
        const QSize size(integerIn(dictionary, "/Width"), integerIn(dictionary, "/Height"));
        if (qint64(size.width()) * size.height() > qint64(found.largestPicture.width()) * found.largestPicture.height())
            found.largestPicture = size;
    }
    stream.pipeStreamData(&budget, 0, qpdf_dl_generalized);
}

// Shows every dictionary inside `value`. Follows direct values only: indirect ones are objects of their own.
template <typename Visitor>
void visitDictionaries(QPDFObjectHandle value, const Visitor &visit)
{
    if (value.isArray()) {
        for (const QPDFObjectHandle &item : value.getArrayAsVector()) {
            if (!QPDFObjectHandle(item).isIndirect())
                visitDictionaries(item, visit);
        }
    } else if (value.isDictionary()) {
        visit(value);
        for (const std::string &key : value.getKeys()) {
            QPDFObjectHandle item = value.getKey(key);
            if (!item.isIndirect())
                visitDictionaries(item, visit);
        }
    }
}

template <typename Visitor>
void visitAllDictionaries(QPDF &pdf, const Visitor &visit)
{
    visitDictionaries(pdf.getTrailer(), visit);
    for (QPDFObjectHandle &object : pdf.getAllObjects())
        visitDictionaries(object.isStream() ? object.getDict() : object, visit);
}

void readEverything(QPDF &pdf, PdfContents &found, qint64 maxUnpacked)
{
    found.pages = int(QPDFPageDocumentHelper(pdf).getAllPages().size());
    visitAllDictionaries(pdf, [&](QPDFObjectHandle &dictionary) { found.active = found.active || isActive(dictionary); });
    Budget budget(maxUnpacked);
    for (QPDFObjectHandle &object : pdf.getAllObjects()) {
        if (object.isStream())
            lookAtStream(object, found, budget);
        if (budget.isSpent()) {
            found.trouble = Trouble::UnpacksTooFar;
            return;
        }
    }
    if (pdf.anyWarnings()) {
        found.trouble = Trouble::Damaged;
        found.why = "warnings";
    }
}

} // namespace

PdfContents readPdfContents(const QByteArray &content, qint64 maxUnpacked)
{
    PdfContents found;
    try {
        QPDF pdf;
        open(pdf, content);
        // A file that opens without a password but forbids things is locked too: nobody behind the counter could work with it.
        if (pdf.isEncrypted())
            found.trouble = Trouble::Encrypted;
        else
            readEverything(pdf, found, maxUnpacked);
    } catch (const QPDFExc &e) {
        const bool locked =
            e.getErrorCode() == qpdf_e_password || (e.getErrorCode() == qpdf_e_unsupported && content.contains("/Encrypt"));
        found.trouble = locked ? Trouble::Encrypted : Trouble::Damaged;
        found.why = "structure";
    } catch (const std::exception &) {
        found.trouble = Trouble::Damaged;
        found.why = "values";
    }
    return found;
}

bool pdfIsSigned(const QByteArray &content)
{
    bool found = false;
    try {
        QPDF pdf;
        open(pdf, content);
        visitAllDictionaries(pdf, [&](QPDFObjectHandle &dictionary) { found = found || dictionary.hasKey("/ByteRange"); });
    } catch (const std::exception &) {
        // A file that cannot be read is not turned either: turnPdfPages() says so.
        return false;
    }
    return found;
}

std::optional<QByteArray> turnPdfPages(const QByteArray &content, int degrees)
{
    try {
        QPDF pdf;
        open(pdf, content);
        for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages())
            page.rotatePage(degrees, true);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setDeterministicID(true);
        writer.write();
        const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(written->getBuffer()), qsizetype(written->getSize()));
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

} // namespace motcua
