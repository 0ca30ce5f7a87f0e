// Signed files of procedures and data: as they come, and as somebody with the key might sign them. First byte: which.
#include "core/catalog/bundlefiles.h"
#include "sync/leanprocedures.h"
#include "tests/fuzz/fuzz.h"

#include <vector>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

// One for all inputs; made once, since making one costs more than judging a file.
const std::vector<PackSigningKey> &keys()
{
    static const std::vector<PackSigningKey> made = [] {
        std::vector<PackSigningKey> one;
        one.push_back(PackSigningKey::generate());
        return one;
    }();
    return made;
}

QList<PackKey> trusted()
{
    return { keys().front().publicKey() };
}

void open(const QByteArray &file)
{
    if (const Result<BundlePtr> bundle = openBundle(file, trusted()))
        (void)checkBundleFiles(**bundle, {});
}

void sealed(const QString &name, const QByteArray &content)
{
    Bundle bundle;
    bundle.serial = 1;
    bundle.issuedAt = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    bundle.files.append({ name, content, {} });
    const Result<QByteArray> file = sealBundle(bundle, keys());
    if (!file)
        return;
    const Result<BundlePtr> opened = openBundle(*file, trusted());
    insist(opened && (*opened)->files.size() == 1 && (*opened)->files.first().content == content);
    open(*file);
}

} // namespace

void eat(const QByteArray &bytes)
{
    const char which = bytes.isEmpty() ? '0' : bytes.front();
    const QByteArray rest = bytes.mid(1);
    switch (which) {
    case 'p':
        return sealed(u"procedures/1.004873.json"_s, rest);
    case 'h':
        return sealed(u"papers/x.html"_s, rest);
    case 'd':
        return sealed(u"data/new.json"_s, rest);
    case 'n':
        return sealed(QString::fromUtf8(rest.left(200)), "{}");
    case 'z':
        if (const auto whole = fromLeanProcedures(rest, {}))
            open(*whole);
        return;
    default:
        open(bytes);
    }
}
