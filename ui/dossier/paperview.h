#pragma once

#include "core/dossier/attachment.h"

#include <QDialog>

namespace motcua {

class Counter;

// A paper large on the screen. The pictures live in memory only and go with the dialog.
class PaperView : public QDialog
{
    Q_OBJECT

public:
    PaperView(Counter &counter, const Attachment &paper, const QString &title, QWidget *parent);
};

} // namespace motcua
