#pragma once

#include "core/dossier/dossierquery.h"
#include "ui/shell/page.h"
#include "ui/shell/uiservices.h"

#include <QHash>

class QButtonGroup;
class QLineEdit;
class QTableView;
class QTimer;

namespace motcua {

class Banner;
class EmptyState;
class FilterChip;
class Navigator;
class QueueModel;
class TextLabel;

// Every dossier of this machine: search as you type, filters, Enter opens.
class QueuePage : public Page
{
    Q_OBJECT

public:
    QueuePage(const UiServices &services, Navigator &navigator, QWidget *parent = nullptr);

    void setFilter(DossierQuery::Filter filter);

    QString title() const override;
    void enter() override;
    bool stepBack() override;
    bool focusSearch() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *buildTop();
    QWidget *buildChips();
    void buildTable();
    void search();
    void refresh();
    void open(const QModelIndex &index);
    void keepPlace();
    void showState();
    void fitColumns(int width);

    UiServices m_services;
    Navigator &m_navigator;
    QueueModel *m_model;
    QLineEdit *m_search;
    QButtonGroup *m_group;
    QHash<DossierQuery::Filter, FilterChip *> m_chips;
    Banner *m_error;
    QTableView *m_table;
    EmptyState *m_empty;
    TextLabel *m_count;
    QTimer *m_typing;
    QTimer *m_refresh;
    DossierQuery::Filter m_filter = DossierQuery::Filter::All;
    QString m_currentId;
};

} // namespace motcua
