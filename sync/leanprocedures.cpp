#include "sync/leanprocedures.h"

#include "core/outbox/procedureinbox.h"

#include <zstd.h>

#include <memory>

namespace motcua {

namespace {

constexpr char head[] = "{\"payload\":\"";
constexpr char tailBegins[] = "\",\"signatures\":";
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr int largestWindow = 25; // 32 MiB: twice the largest file

std::optional<QByteArray> payloadOf(const QByteArray &file)
{
    const qsizetype end = file.indexOf(tailBegins);
    if (!file.startsWith(head) || end < 0)
        return std::nullopt;
    const qsizetype begin = qsizetype(sizeof head) - 1;
    const auto payload =
        QByteArray::fromBase64Encoding(file.mid(begin, end - begin), encoding | QByteArray::AbortOnBase64DecodingErrors);
    return payload ? std::optional(*payload) : std::nullopt;
}

struct Free
{
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

std::optional<QByteArray> unpack(const QByteArray &lean, const QByteArray &prefix)
{
    const unsigned long long size = ZSTD_getFrameContentSize(lean.constData(), size_t(lean.size()));
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > qulonglong(ProcedureInbox::largestFile))
        return std::nullopt;
    const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
    if (!context || ZSTD_isError(ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, largestWindow)))
        return std::nullopt;
    if (!prefix.isEmpty() && ZSTD_isError(ZSTD_DCtx_refPrefix(context.get(), prefix.constData(), size_t(prefix.size()))))
        return std::nullopt;
    QByteArray text(qsizetype(size), Qt::Uninitialized);
    const size_t got =
        ZSTD_decompressDCtx(context.get(), text.data(), size_t(text.size()), lean.constData(), size_t(lean.size()));
    return !ZSTD_isError(got) && got == size ? std::optional(text) : std::nullopt;
}

} // namespace

std::optional<QByteArray> fromLeanProcedures(const QByteArray &lean, const QByteArray &base)
{
    const std::optional<QByteArray> prefix = base.isEmpty() ? QByteArray() : payloadOf(base);
    const std::optional<QByteArray> text = prefix ? unpack(lean, *prefix) : std::nullopt;
    const qsizetype end = text ? text->lastIndexOf('\0') : -1;
    if (end < 0 || text->indexOf(tailBegins, end) != end + 1)
        return std::nullopt;
    const QByteArray file = head + text->left(end).toBase64(encoding) + text->mid(end + 1);
    return file.size() <= ProcedureInbox::largestFile ? std::optional(file) : std::nullopt;
}

} // namespace motcua
