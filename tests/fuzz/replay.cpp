// Without libFuzzer: every file of the folders, and `changed` copies of each with some bytes changed, always the same ones.
#include "tests/fuzz/fuzz.h"

#include <QDirIterator>
#include <QFile>

#include <cstdio>
#include <random>

namespace {

QByteArray changedCopy(QByteArray bytes, std::mt19937 &chance)
{
    const auto upTo = [&chance](qsizetype most) { return qsizetype(chance() % quint32(most)); };
    for (qsizetype times = 1 + upTo(4); times > 0 && !bytes.isEmpty(); --times) {
        const qsizetype at = upTo(bytes.size());
        switch (chance() % 5) {
        case 0:
            bytes[at] = char(bytes[at] ^ char(1 << (chance() % 8)));
            break;
        case 1:
            bytes[at] = char(chance());
            break;
        case 2:
            bytes.remove(at, 1 + upTo(16));
            break;
        case 3:
            bytes.insert(at, bytes.mid(upTo(bytes.size()), 1 + upTo(32)));
            break;
        default:
            bytes.truncate(at);
        }
    }
    return bytes;
}

} // namespace

int main(int argc, char *argv[])
{
    prepare(argc, argv);
    if (argc < 3) {
        std::fprintf(stderr, "%s CHANGED FOLDER…\n", argv[0]);
        return 2;
    }
    const int changed = QByteArray(argv[1]).toInt();
    int files = 0;
    std::mt19937 chance(1);
    for (int index = 2; index < argc; ++index) {
        QDirIterator found(QString::fromLocal8Bit(argv[index]), QDir::Files);
        while (found.hasNext()) {
            QFile file(found.next());
            if (!file.open(QIODevice::ReadOnly))
                return 2;
            const QByteArray bytes = file.readAll();
            ++files;
            eat(bytes);
            for (int copy = 0; copy < changed; ++copy)
                eat(changedCopy(bytes, chance));
        }
    }
    std::printf("%d files, %d changed copies of each\n", files, changed);
    return files > 0 ? 0 : 1;
}
