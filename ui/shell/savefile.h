#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace motcua {

// How the place for a file is chosen that somebody takes out of the kiosk; tests put their own in place of the dialog.
using ChooseFile =
    std::function<void(QWidget *parent, const QString &proposed, const std::function<void(const QString &path)> &then)>;
ChooseFile chooseFileByDialog();

Result<void> saveFile(const QString &path, const QByteArray &content,
                      const QString &subject); // FileNotSaved; whole or not at all

} // namespace motcua
