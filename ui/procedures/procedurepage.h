#pragma once

#include "core/procedure/procedurepack.h"
#include "ui/shell/page.h"

class QLineEdit;
class QVBoxLayout;

namespace motcua {

class EmptyState;
class TextLabel;

// Which procedure does the citizen need? Typing finds, arrows move, Enter chooses.
class ProcedurePage final : public Page
{
    Q_OBJECT

public:
    explicit ProcedurePage(const PackCatalog &packs, QWidget *parent = nullptr);

    QString title() const override;
    void enter() override;
    bool focusSearch() override;
    QStringList shownCodes() const; // in the order shown

Q_SIGNALS:
    void chosen(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Entry;
    void search();
    void mark(int index);

    const PackCatalog &m_packs;
    QLineEdit *m_search;
    TextLabel *m_count;
    EmptyState *m_empty;
    QVBoxLayout *m_list;
    QList<Entry *> m_entries;
    int m_marked = 0;
};

} // namespace motcua
