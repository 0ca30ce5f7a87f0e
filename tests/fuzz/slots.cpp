// The file of key slots, with the checksum that it would have: whoever changes it can also reckon that anew.
#include "core/vault/slotfile.h"
#include "tests/fuzz/fuzz.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sodium.h>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

QString &path()
{
    static QString where;
    return where;
}

void write(const QByteArray &bytes)
{
    QFile file(path());
    insist(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray withChecksum(QJsonObject json)
{
    json.remove(u"checksum"_s);
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray digest(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), 32,
                       reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()), nullptr, 0);
    json.insert(u"checksum"_s, QString::fromLatin1(digest.toBase64()));
    return QJsonDocument(json).toJson();
}

} // namespace

void prepare(int &argc, char **argv)
{
    new QCoreApplication(argc, argv);
    insist(sodium_init() >= 0);
    // In memory where the machine has it: a disk would be written once for every input.
    static QTemporaryDir folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/motcua-fuzz"_s : QDir::tempPath() + u"/motcua-fuzz"_s);
    path() = folder.filePath(u"slots.json"_s);
}

void eat(const QByteArray &bytes)
{
    write(bytes);
    (void)SlotFile(path()).load();
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json.isEmpty())
        return;
    write(withChecksum(json));
    const Result<SlotTable> table = SlotFile(path()).load();
    if (!table)
        return;
    for (const KeySlot &slot : table->keySlots)
        (void)slot.associatedData();
}
