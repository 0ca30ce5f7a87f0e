#pragma once

#include "core/base/result.h"
#include "ui/shell/savefile.h"
#include "ui/shell/uiservices.h"
#include "ui/widgets/card.h"

#include <QByteArray>

namespace motcua {

class ActionButton;
class Banner;

// The log of acts for officers and IT staff: whether it is whole, the day report as PDF, and for officers its rows for an inspector.
class JournalCard final : public Card
{
    Q_OBJECT

public:
    explicit JournalCard(const UiServices &services, QWidget *parent = nullptr);

    void setChooseFile(ChooseFile choose) { m_choose = std::move(choose); } // for tests

private:
    void verify();
    void reportDay();
    void exportRows();
    void save(const QByteArray &content, const QString &name);

    UiServices m_services;
    ChooseFile m_choose;
    ActionButton *m_verify;
    ActionButton *m_day;
    ActionButton *m_export;
    Banner *m_outcome;
};

} // namespace motcua
