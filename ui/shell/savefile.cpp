#include "ui/shell/savefile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct SaveFile
{
    Q_DECLARE_TR_FUNCTIONS(SaveFile)
};

} // namespace

ChooseFile chooseFileByDialog()
{
    return [](QWidget *parent, const QString &proposed, const std::function<void(const QString &)> &then) {
        const QString suffix = QFileInfo(proposed).suffix();
        auto *dialog = new QFileDialog(parent, SaveFile::tr("Save as a file"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(suffix);
        dialog->setNameFilter(u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
        dialog->selectFile(proposed);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, [then](const QString &path) { then(path); });
        dialog->open();
    };
}

Result<void> saveFile(const QString &path, const QByteArray &content, const QString &subject)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    return written ? Result<void>() : fail(ErrorCode::FileNotSaved, subject, QString::number(int(file.error())));
}

} // namespace motcua
