#pragma once

#include "core/base/result.h"
#include "core/catalog/packkey.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace motcua {

struct BundleFile
{
    QString name; // "procedures/1.004873.json", "data/calendar.json", "papers/x.html"
    QByteArray content;
    QString sha256;
};

// One signed file (*.motcua) that carries procedures and data: JWS in general JSON serialization (RFC 7515, 7.2.1), EdDSA over
// Ed25519 (RFC 8037), protected header {"alg":"EdDSA","kid":…,"typ":"motcua-procedures"}, payload
// {"format":1,"serial":7,"issuedAt":…,"note":…,"files":[{"name","sha256","content"}]}.
struct Bundle
{
    qint64 serial = 0; // only ever grows; a kiosk takes nothing older than what it has
    QDateTime issuedAt;
    QString note; // for people: what is new
    QList<BundleFile> files;
    QStringList signers; // ids of the trusted keys that signed
    QByteArray source;   // the exact bytes of the file

    const BundleFile *find(const QString &name) const;
};

using BundlePtr = std::shared_ptr<const Bundle>;

struct BundleLimits
{
    static constexpr qsizetype file = 16 * 1024 * 1024; // the whole signed file, bytes
    static constexpr qsizetype oneContent = 2 * 1024 * 1024;
    static constexpr qsizetype contents = 500;
    static constexpr qsizetype signatures = 8;
    static constexpr qsizetype note = 4000; // characters
};

// Verified against the trusted keys and taken apart; what the files hold is judged by checkBundleFiles(). BundleTooLarge,
// BundleMalformed, BundleFormatUnknown, BundleUnsigned, BundleKeyUnknown, BundleTampered. Thread-safe.
Result<BundlePtr> openBundle(const QByteArray &file, const QList<PackKey> &trusted);

// The file of a bundle, signed by every key. Contents must be UTF-8 text. BundleMalformed, BundleTooLarge.
Result<QByteArray> sealBundle(const Bundle &bundle, const std::vector<PackSigningKey> &keys);

// "procedures/", "data/" or "papers/" and one plain name: never a path that leads anywhere.
bool isBundleFileName(const QString &name);

} // namespace motcua
