// What comes back from the portal, or from whoever speaks in its place. First byte: which answer it is.
#include "core/jose/compactjws.h"
#include "core/jose/verifykey.h"
#include "sync/contract.h"
#include "sync/synchint.h"
#include "sync/verdict.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

using namespace motcua;

namespace {

void readAnswer(const QByteArray &json)
{
    QString problem;
    const SyncAnswer answer = readSyncAnswer(json, {}, problem);
    if (!problem.isEmpty())
        insist(answer.results.isEmpty() && answer.receipts.isEmpty() && answer.changes.isEmpty() && answer.cursor.isEmpty());
}

} // namespace

void eat(const QByteArray &bytes)
{
    const char which = bytes.isEmpty() ? '0' : bytes.front();
    const QByteArray rest = bytes.mid(1);
    switch (which) {
    case 'r':
        (void)readReceiptText(rest);
        return;
    case 'p':
        (void)verdictOfProblem(readProblem(QJsonDocument::fromJson(rest).object()));
        return;
    case 'h':
        (void)readSyncHint(rest);
        return;
    case 'k':
        if (const auto key = verifyKeyFromJwk(rest))
            insist(verifyKeyFromJwk(publicJwk(*key)) == *key);
        return;
    case 'j':
        if (const auto jws = readCompactJws(rest))
            insist(!jws->isSignedBy(VerifyKey { QByteArray(32, '\1') }));
        return;
    default:
        readAnswer(bytes);
    }
}
