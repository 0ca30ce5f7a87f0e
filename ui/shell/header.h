#pragma once

#include "core/dossier/dossierquery.h"
#include "core/identity/account.h"
#include "ui/shell/uiservices.h"

#include <QWidget>

class QTimer;

namespace motcua {

class StateBadge;
class TextLabel;

// Whose counter, who is signed in, whether the portal was reached and what it does not have yet: always in sight.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(const UiServices &services, const Account &account, QWidget *parent = nullptr);

    void setNarrow(bool narrow);

Q_SIGNALS:
    void signOut();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void countAgain();

    UiServices m_services;
    TextLabel *m_commune;
    TextLabel *m_province;
    StateBadge *m_link;
    TextLabel *m_unsent;
    TextLabel *m_last;
    QTimer *m_count;
    DossierCounts m_counts;
    TextLabel *m_person;
    TextLabel *m_role;
};

} // namespace motcua
