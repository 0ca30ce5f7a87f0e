#include "core/paper/readerprogram.h"

#include "core/paper/readerprocess.h"

#include <QCoreApplication>
#include <QPromise>
#include <QTimer>

#include <mutex>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString besideThisProgram()
{
#ifdef Q_OS_WIN
    return QCoreApplication::applicationDirPath() + u"/motcua-reader.exe"_s;
#else
    return QCoreApplication::applicationDirPath() + u"/motcua-reader"_s;
#endif
}

} // namespace

// Lives on the reader's thread.
struct ReaderProgram::Desk
{
    std::once_flag opened;
    QObject context;
    std::unique_ptr<ReaderProcess> process;
    QTimer *quiet = nullptr;
};

ReaderProgram::ReaderProgram()
    : ReaderProgram(Options())
{
}

ReaderProgram::ReaderProgram(const Options &options)
    : m_options(options)
    , m_desk(std::make_unique<Desk>())
{
    m_thread.setObjectName(u"reader"_s);
    m_desk->context.moveToThread(&m_thread);
}

ReaderProgram::~ReaderProgram()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(&m_desk->context, [this] {
        m_desk->process.reset();
        delete m_desk->quiet;
        m_thread.quit();
    });
    m_thread.wait();
}

template <typename T, typename Take>
QFuture<Result<T>> ReaderProgram::ask(const ReaderQuestion &question, const QByteArray &content, Take take)
{
    std::call_once(m_desk->opened, [this] { m_thread.start(); }); // nobody waits for a thread that nobody needs yet
    auto promise = std::make_shared<QPromise<Result<T>>>();
    const QFuture<Result<T>> future = promise->future();
    promise->start();
    QMetaObject::invokeMethod(&m_desk->context, [this, question, content, take, promise] {
        Desk &desk = *m_desk;
        if (!desk.process) {
            desk.process = std::make_unique<ReaderProcess>(m_options.program.isEmpty() ? besideThisProgram() : m_options.program,
                                                           m_options.patience);
            desk.quiet = new QTimer;
            desk.quiet->setSingleShot(true);
            QObject::connect(desk.quiet, &QTimer::timeout, &desk.context, [&desk] { desk.process->end(); });
        }
        desk.quiet->stop();
        Result<ReaderProcess::Spoken> spoken = desk.process->ask(question, content);
        promise->addResult(spoken ? Result<T>(take(*spoken)) : passOn(spoken));
        promise->finish();
        desk.quiet->start(m_options.idle);
    });
    return future;
}

QFuture<Result<PaperFile>> ReaderProgram::inspect(const QByteArray &content, const QString &claimedSuffix,
                                                  const PaperLimits &limits)
{
    ReaderQuestion question;
    question.what = ReaderQuestion::What::Inspect;
    question.name = claimedSuffix;
    question.limits = limits;
    // A file that is too large is not carried over whole: one byte too many tells as much.
    const QByteArray sent = content.size() > limits.maxBytes ? content.first(limits.maxBytes + 1) : content;
    return ask<PaperFile>(question, sent, [content](const ReaderProcess::Spoken &spoken) {
        return PaperFile { content, spoken.answer.mediaType, spoken.answer.pages };
    });
}

QFuture<Result<QImage>> ReaderProgram::render(const QByteArray &content, const QString &mediaType, int page, const QSize &bounds)
{
    ReaderQuestion question;
    question.what = ReaderQuestion::What::Render;
    question.name = mediaType;
    question.page = page;
    question.bounds = bounds;
    return ask<QImage>(question, content, [](const ReaderProcess::Spoken &spoken) {
        return readerwire::pictureOf(spoken.answer.size, spoken.body);
    });
}

QFuture<Result<PaperFile>> ReaderProgram::rotate(const PaperFile &paper, int degrees)
{
    ReaderQuestion question;
    question.what = ReaderQuestion::What::Rotate;
    question.name = paper.mediaType;
    question.pages = paper.pages;
    question.degrees = degrees;
    return ask<PaperFile>(question, paper.content, [](const ReaderProcess::Spoken &spoken) {
        return PaperFile { spoken.body, spoken.answer.mediaType, spoken.answer.pages };
    });
}

QFuture<Result<QList<QSizeF>>> ReaderProgram::sheets(const QByteArray &pdf)
{
    ReaderQuestion question;
    question.what = ReaderQuestion::What::Sheets;
    question.name = u"application/pdf"_s;
    return ask<QList<QSizeF>>(question, pdf, [](const ReaderProcess::Spoken &spoken) { return spoken.answer.sheets; });
}

qint64 ReaderProgram::processId()
{
    qint64 id = 0;
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(
            &m_desk->context, [&] { id = m_desk->process ? m_desk->process->processId() : 0; }, Qt::BlockingQueuedConnection);
    return id;
}

} // namespace motcua
