#include "core/catalog/packworkshop.h"

#include "core/catalog/bundlefiles.h"
#include "core/identity/kioskprofile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr auto settleTime = 150ms;
constexpr qint64 longestFile = 2 * 1024 * 1024;

PackPtr asDraft(const PackPtr &pack)
{
    auto draft = std::make_shared<ProcedurePack>(*pack);
    draft->version += u'+' + pack->sha256.left(8);
    return draft;
}

} // namespace

Result<std::unique_ptr<PackWorkshop>> PackWorkshop::open(const QString &folder, const KioskProfile &profile)
{
    if (!profile.demo)
        return fail(ErrorCode::WritingNeedsDemo);
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isReadable())
        return fail(ErrorCode::PackFolderUnreadable, folder);
    return std::unique_ptr<PackWorkshop>(new PackWorkshop(info.absoluteFilePath()));
}

PackWorkshop::PackWorkshop(const QString &folder)
    : m_folder(folder)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_settle.start(); });
    connect(&m_settle, &QTimer::timeout, this, [this] {
        read();
        Q_EMIT changed();
    });
    read();
}

// An editor that saves by renaming puts another file in the place of the watched one.
void PackWorkshop::watch()
{
    QStringList wanted { m_folder };
    for (const Sheet &sheet : std::as_const(m_sheets))
        wanted.append(m_folder + u'/' + sheet.fileName);
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    wanted.removeIf([&](const QString &path) { return watched.contains(path); });
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void PackWorkshop::read()
{
    const QStringList names = QDir(m_folder).entryList({ u"*.json"_s }, QDir::Files, QDir::Name);
    QList<Sheet> fresh;
    const QList<Sheet> old = sheets();
    for (const QString &name : names) {
        if (!isPackFileName(u"procedures/"_s + name))
            continue;
        QFile file(m_folder + u'/' + name);
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.read(longestFile) : QByteArray();
        Sheet sheet { name, nullptr, lintPack(text) };
        const auto before = std::find_if(old.cbegin(), old.cend(), [&](const Sheet &one) { return one.fileName == name; });
        if (const Result<PackPtr> pack = parseProcedurePack(text))
            sheet.pack = asDraft(*pack);
        else if (before != old.cend())
            sheet.pack = before->pack; // the form stays while somebody is in the middle of a sentence
        fresh.append(sheet);
    }
    {
        const QMutexLocker locker(&m_mutex);
        m_sheets = fresh;
    }
    watch();
}

QList<PackWorkshop::Sheet> PackWorkshop::sheets() const
{
    const QMutexLocker locker(&m_mutex);
    return m_sheets;
}

QList<PackPtr> PackWorkshop::packs() const
{
    QList<PackPtr> found;
    const QList<Sheet> all = sheets();
    for (const Sheet &sheet : all) {
        if (sheet.pack)
            found.append(sheet.pack);
    }
    return found;
}

PackPtr PackWorkshop::pack(const QString &code) const
{
    const QList<PackPtr> all = packs();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const PackPtr &one) { return one->code == code; });
    return found == all.cend() ? nullptr : *found;
}

} // namespace motcua
