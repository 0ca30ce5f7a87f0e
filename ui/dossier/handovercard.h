#pragma once

#include "core/base/error.h"
#include "core/dossier/dossier.h"
#include "ui/shell/uiservices.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace motcua {

class ActionButton;
class Counter;
class TextLabel;

// Where the portal can only be reached by its web page: makes the encrypted assist pack, shows its passphrase once, and takes the
// official code that the page gave. Hidden where nothing of it fits. GUI thread.
class HandOverCard final : public Card
{
    Q_OBJECT

public:
    explicit HandOverCard(const UiServices &services, QWidget *parent = nullptr);

    void show(const Dossier &whole);

Q_SIGNALS:
    void failed(const motcua::Error &error);
    void changed(); // of the dossier; load it again

private:
    void choosePlace();
    void makePack(const QString &folder);
    void enterCode();
    void giveBack();
    void showPassphrase(const QString &file, const QString &passphrase);

    UiServices m_services;
    Counter &m_counter;
    DossierSummary m_dossier;
    TextLabel *m_text;
    TextLabel *m_made;
    TextLabel *m_passphrase;
    ActionButton *m_make;
    QWidget *m_codeRow;
    QLineEdit *m_code;
    ActionButton *m_enter;
    ActionButton *m_back;
    bool m_justMade = false;
};

} // namespace motcua
