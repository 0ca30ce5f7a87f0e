#pragma once

#include "core/procedure/procedurepack.h"
#include "core/procedure/servicedirectory.h"
#include "ui/shell/page.h"

class QLineEdit;
class QVBoxLayout;

namespace motcua {

class Clock;
class EmptyState;
class ListCard;
class PackCard;
class PackWorkshop;
class SectionTitle;
class ServiceCard;
class TextLabel;

// Which procedure does the citizen need? Typing finds, arrows move, Enter chooses. What this counter does not file is found too, with who
// handles it and where to go, so that nobody is sent away without an answer.
class ProcedurePage final : public Page
{
    Q_OBJECT

public:
    ProcedurePage(const PackCatalog &packs, ServiceDirectory services, const Clock &clock, PackWorkshop *workshop = nullptr,
                  QWidget *parent = nullptr);

    QString title() const override;
    void enter() override;
    bool focusSearch() override;
    void refresh();                    // procedures were installed: the words typed stay
    QStringList shownCodes() const;    // of packs, in the order shown
    QStringList shownServices() const; // ids of the other services, in the order shown
    ServiceCard *service(const QString &id) const;

Q_SIGNALS:
    void chosen(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void stock();
    void showFindings();
    void search();
    QStringList codesFor(const QString &text) const;
    void mark(int index);
    void scrollTo(QWidget *entry);

    const PackCatalog &m_packs;
    ServiceDirectory m_services;
    const Clock &m_clock;
    PackWorkshop *m_workshop;
    QLineEdit *m_search;
    TextLabel *m_count;
    TextLabel *m_findings; // of packs that are being written
    EmptyState *m_empty;
    SectionTitle *m_others;
    QVBoxLayout *m_list;
    QVBoxLayout *m_otherList;
    QList<PackOnDay> m_stocked; // what there are cards of
    QList<PackCard *> m_packCards;
    QList<ServiceCard *> m_serviceCards;
    QList<ListCard *> m_shown;
    int m_marked = 0;
};

} // namespace motcua
