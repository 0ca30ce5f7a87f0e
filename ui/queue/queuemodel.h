#pragma once

#include "core/base/result.h"
#include "core/dossier/dossierquery.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace motcua {

class Clock;
class Counter;

// The dossiers of one query, read from the store in steps of 200 as the view scrolls. Answers of an older query are dropped.
class QueueModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Person, Procedure, Code, State, Due, Updated, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, DraftRole };

    QueueModel(Counter &counter, const Clock &clock, QObject *parent = nullptr);

    void setQuery(DossierQuery::Filter filter, const QString &text);
    void refresh(); // the same query again, keeping as many rows as are shown

    const DossierSummary *at(int row) const; // nullptr outside
    int rowOf(const QString &id) const;      // -1 when not loaded
    bool isComplete() const { return m_complete; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded(); // the first rows of a query are here
    void failed(const motcua::Error &error);

private:
    void ask(int offset, int limit, bool anew);
    void take(const QList<DossierSummary> &found, int limit, bool anew);
    QString text(const DossierSummary &dossier, int column) const;

    Counter &m_counter;
    const Clock &m_clock;
    DossierQuery m_query;
    QList<DossierSummary> m_rows;
    quint64 m_asked = 0; // number of the newest question
    bool m_waiting = false;
    bool m_complete = true;
};

} // namespace motcua
