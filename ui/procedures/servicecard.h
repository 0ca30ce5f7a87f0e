#pragma once

#include "core/procedure/servicedirectory.h"
#include "ui/procedures/listcard.h"

namespace motcua {

// A service that is not filed with this program. Pressing opens, in place, who handles it, where to go and how it is filed: words that the
// officer can read out.
class ServiceCard final : public ListCard
{
    Q_OBJECT

public:
    explicit ServiceCard(const PublicService &service, QWidget *parent = nullptr);

    QString id() const { return m_service.id; }
    bool isOpen() const { return m_details; }
    void setOpen(bool open);

private:
    void fill();
    void fact(const QString &name, const QString &text);

    PublicService m_service;
    TextLabel *m_handler = nullptr;
    QWidget *m_details = nullptr;
};

} // namespace motcua
