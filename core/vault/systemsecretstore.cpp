#include "core/vault/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QElapsedTimer>
#include <QObject>
#include <QSemaphore>
#include <QThread>

#include <functional>
#include <optional>

#include <sodium.h>

#ifdef Q_OS_LINUX
#    include "core/vault/secretservice.h"
#endif

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString serviceName = u"motcua"_s;
using Milliseconds = std::chrono::milliseconds;

tl::unexpected<Error> unavailable(const QString &why)
{
    return fail(ErrorCode::KeychainUnavailable, {}, why);
}

#ifdef Q_OS_LINUX
QString reason(ServiceState state)
{
    switch (state) {
    case ServiceState::Unlocked:
        return {};
    case ServiceState::Locked:
        return u"locked"_s;
    case ServiceState::Absent:
        return u"absent"_s;
    case ServiceState::NoService:
        return u"no Secret Service on the bus"_s;
    case ServiceState::NoBus:
        return u"no session bus"_s;
    case ServiceState::NoAnswer:
        return u"no answer in time"_s;
    }
    return {};
}

// KWallet is asked by QtKeychain in its own way; only the Secret Service can be probed.
bool secretServiceIsUsed()
{
    return !qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains(u"KDE"_s, Qt::CaseInsensitive);
}
#endif

// What a job leaves for the caller who waits for it; shared, because a caller who gave up may be gone when the answer comes.
struct Answer
{
    QSemaphore ready;
    std::optional<Result<Secret>> result;
};
using AnswerPtr = std::shared_ptr<Answer>;

void give(const AnswerPtr &answer, Result<Secret> result)
{
    answer->result = std::move(result);
    answer->ready.release();
}

QString failureOf(const QKeychain::Job &job)
{
    // The text of a backend may name accounts of the machine: only its number is passed on.
    return job.error() == QKeychain::EntryNotFound ? u"absent"_s : u"keychain error %1"_s.arg(int(job.error()));
}

class SystemSecretStore final : public SecretStore
{
public:
    explicit SystemSecretStore(Milliseconds timeout)
        : m_timeout(timeout)
        , m_thread(new QThread)
        , m_context(new QObject)
    {
        m_thread->setObjectName(u"keychain"_s);
        m_context->moveToThread(m_thread);
        QObject::connect(m_thread, &QThread::finished, m_context, &QObject::deleteLater);
        m_thread->start();
    }

    ~SystemSecretStore() override
    {
        m_thread->quit();
        // A keychain daemon that hangs must not hang our own end: the thread is then left behind.
        if (m_thread->wait(QDeadlineTimer(m_timeout)))
            delete m_thread;
    }

    Result<Secret> read(const QString &key) override
    {
        return ask([key, timeout = int(m_timeout.count())](const AnswerPtr &answer, QObject *context) {
            startRead(answer, context, key, timeout);
        });
    }

    Result<void> write(const QString &key, const Secret &secret) override
    {
        auto kept = std::make_shared<Secret>(secret.clone());
        const Result<Secret> written =
            ask([key, kept, timeout = int(m_timeout.count())](const AnswerPtr &answer, QObject *context) {
                startWrite(answer, context, key, *kept, timeout);
            });
        if (!written)
            return passOn(written);
        const Result<Secret> found = read(key);
        if (!found)
            return passOn(found);
        // A keyring file that was just replaced says "stored" and gives something else back (storage.md 2.1).
        if (!found->equals(secret))
            return unavailable(u"read back differs"_s);
        return {};
    }

    QString description() const override
    {
#ifdef Q_OS_LINUX
        if (!secretServiceIsUsed())
            return u"KWallet"_s;
        const QString name = secretServiceName(int(m_timeout.count()));
        return name.isEmpty() ? u"none"_s : name;
#elif defined(Q_OS_WIN)
        return u"Windows Credential Manager"_s;
#else
        return u"system keychain"_s;
#endif
    }

private:
    using Work = std::function<void(const AnswerPtr &, QObject *)>;

    Result<Secret> ask(const Work &work)
    {
        auto answer = std::make_shared<Answer>();
        QMetaObject::invokeMethod(
            m_context, [answer, work, context = m_context] { work(answer, context); }, Qt::QueuedConnection);
        if (!answer->ready.tryAcquire(1, int(m_timeout.count())))
            return unavailable(u"no answer in time"_s);
        return std::move(*answer->result);
    }

    static void startRead(const AnswerPtr &answer, QObject *context, const QString &key, [[maybe_unused]] int timeout)
    {
#ifdef Q_OS_LINUX
        if (secretServiceIsUsed()) {
            const ServiceState state = secretServiceEntry(serviceName, key, timeout);
            if (state != ServiceState::Unlocked)
                return give(answer, unavailable(reason(state)));
        }
#endif
        auto *job = new QKeychain::ReadPasswordJob(serviceName, context);
        job->setInsecureFallback(false);
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, context, [answer, job] {
            QByteArray bytes = job->binaryData();
            if (job->error() != QKeychain::NoError || bytes.isEmpty())
                give(answer, unavailable(failureOf(*job)));
            else
                give(answer, Secret(QByteArrayView(bytes)));
            sodium_memzero(bytes.data(), size_t(bytes.size()));
        });
        job->start();
    }

    static void startWrite(const AnswerPtr &answer, QObject *context, const QString &key, const Secret &secret,
                           [[maybe_unused]] int timeout)
    {
#ifdef Q_OS_LINUX
        if (secretServiceIsUsed()) {
            const ServiceState state = secretServiceDefaultKeyring(timeout);
            if (state != ServiceState::Unlocked)
                return give(answer, unavailable(reason(state)));
        }
#endif
        auto *job = new QKeychain::WritePasswordJob(serviceName, context);
        job->setInsecureFallback(false);
        job->setKey(key);
        job->setBinaryData(QByteArray(reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size())));
        QObject::connect(job, &QKeychain::Job::finished, context, [answer, job] {
            if (job->error() != QKeychain::NoError)
                give(answer, unavailable(failureOf(*job)));
            else
                give(answer, Secret());
        });
        job->start();
    }

    const Milliseconds m_timeout;
    QThread *m_thread;
    QObject *m_context;
};

} // namespace

std::unique_ptr<SecretStore> makeSystemSecretStore(std::chrono::milliseconds timeout)
{
    return std::make_unique<SystemSecretStore>(timeout);
}

} // namespace motcua
