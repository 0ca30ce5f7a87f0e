// The rows of a test that is to meet each kind of fault of a disk, once and lasting.
#pragma once

#include "faultyvfs.h"

#include <QTest>

namespace motcua {

struct Fault
{
    FaultyVfs::Kind kind;
    bool lasting;
};

inline void addFaultRows()
{
    QTest::addColumn<Fault>("fault");
    for (const bool lasting : { false, true }) {
        const char *how = lasting ? "from then on" : "once";
        QTest::addRow("full, %s", how) << Fault { FaultyVfs::Kind::Full, lasting };
        QTest::addRow("torn write, %s", how) << Fault { FaultyVfs::Kind::WriteIo, lasting };
        QTest::addRow("fsync, %s", how) << Fault { FaultyVfs::Kind::Sync, lasting };
    }
}

inline Fault fetchFault()
{
    QFETCH(Fault, fault);
    return fault;
}

} // namespace motcua
