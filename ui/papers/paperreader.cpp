#include "ui/papers/paperreader.h"

#include "core/paper/paperfailures.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QPromise>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<QByteArray> readNow(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    if (opened && file.size() > maxBytes)
        return paperTooLarge(u"%1 bytes"_s.arg(file.size()));
    const QByteArray content = opened ? file.read(maxBytes + 1) : QByteArray();
    if (!opened || file.error() != QFileDevice::NoError)
        return fail(ErrorCode::PaperFileUnreadable, {}, QString::number(int(file.error())));
    return content;
}

} // namespace

QFuture<Result<QByteArray>> readPaperFile(const QString &path, qint64 maxBytes)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path, maxBytes] {
        promise->addResult(readNow(path, maxBytes));
        promise->finish();
    });
    return promise->future();
}

ChoosePapers choosePapersByDialog()
{
    return [](QWidget *parent, const std::function<void(const QStringList &)> &then) {
        auto *dialog = new QFileDialog(parent, QCoreApplication::translate("PaperReader", "Choose papers"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        dialog->setNameFilters({ QCoreApplication::translate("PaperReader", "Papers (*.jpg *.jpeg *.png *.pdf)"),
                                 QCoreApplication::translate("PaperReader", "All files (*)") });
        QObject::connect(dialog, &QFileDialog::filesSelected, parent, [then](const QStringList &paths) { then(paths); });
        dialog->open();
    };
}

} // namespace motcua
