#pragma once

#include <QString>

namespace motcua {

// Throw-away authorities and portal certificates for 127.0.0.1, made new for each test run.
struct TestCertificates
{
    QString ca; // the authority that the kiosk believes
    QString otherCa;
    QString chain; // by `ca`, valid now
    QString key;
    QString foreignChain; // by `otherCa`
    QString expiredChain; // by `ca`, ended yesterday
    QString wrongHost;    // by `ca`, for another machine

    static TestCertificates make(const QString &folder); // all with the same `key`
};

} // namespace motcua
