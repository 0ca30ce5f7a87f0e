#include "ui/queue/queuemodel.h"

#include "core/base/clock.h"
#include "core/counter/counter.h"
#include "ui/dossier/statewords.h"
#include "ui/shell/timewords.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int step = 200;

bool sameLine(const DossierSummary &one, const DossierSummary &other)
{
    return one.id == other.id && one.updatedAt == other.updatedAt && one.status == other.status && one.delivery == other.delivery
           && one.officialCode == other.officialCode && one.portalStatus == other.portalStatus
           && one.branchesAsking == other.branchesAsking && one.applicantName == other.applicantName && one.dueAt == other.dueAt;
}

} // namespace

QueueModel::QueueModel(Counter &counter, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_counter(counter)
    , m_clock(clock)
{
}

void QueueModel::setQuery(DossierQuery::Filter filter, const QString &text)
{
    m_query.filter = filter;
    m_query.text = text;
    ask(0, step, true);
}

void QueueModel::refresh()
{
    ask(0, qMax(step, int(m_rows.size())), true);
}

void QueueModel::ask(int offset, int limit, bool anew)
{
    DossierQuery query = m_query;
    query.offset = offset;
    query.limit = limit;
    m_waiting = true;
    m_counter.list(query).then(this, [this, limit, anew, asked = ++m_asked](const Result<QList<DossierSummary>> &found) {
        if (asked != m_asked)
            return;
        m_waiting = false;
        if (!found) {
            m_complete = true;
            Q_EMIT failed(found.error());
            return;
        }
        take(*found, limit, anew);
    });
}

void QueueModel::take(const QList<DossierSummary> &found, int limit, bool anew)
{
    m_complete = found.size() < limit;
    if (!anew) {
        if (!found.isEmpty()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + found.size()) - 1);
            m_rows.append(found);
            endInsertRows();
        }
        return;
    }
    const bool sameDossiers = found.size() == m_rows.size()
                              && std::equal(found.cbegin(), found.cend(), m_rows.cbegin(),
                                            [](const auto &one, const auto &other) { return one.id == other.id; });
    if (sameDossiers) {
        // A refresh while somebody looks at the list must not move selection or scroll position.
        const QList<DossierSummary> old = std::exchange(m_rows, found);
        for (int row = 0; row < old.size(); ++row) {
            if (!sameLine(old[row], m_rows[row]))
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    } else {
        beginResetModel();
        m_rows = found;
        endResetModel();
    }
    Q_EMIT loaded();
}

const DossierSummary *QueueModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int QueueModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].id == id)
            return row;
    }
    return -1;
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString QueueModel::text(const DossierSummary &dossier, int column) const
{
    switch (column) {
    case Person:
        return personOf(dossier);
    case Procedure: {
        const PackPtr pack = m_counter.packOf(dossier);
        return pack && !pack->shortName.isEmpty() ? pack->shortName : dossier.procedureName;
    }
    case Code:
        return codeOf(dossier);
    case State:
        return overallBadge(dossier, m_clock.now()).text;
    case Due:
        return dateWords(dossier.dueAt);
    default:
        return shortClockWords(dossier.updatedAt, m_clock.now());
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    const DossierSummary *dossier = index.isValid() ? at(index.row()) : nullptr;
    if (!dossier)
        return {};
    switch (role) {
    case Qt::ToolTipRole:
        if (index.column() == Procedure)
            return dossier->procedureName;
        [[fallthrough]];
    case Qt::DisplayRole:
        return text(*dossier, index.column());
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                               text(*dossier, index.column()));
    case IdRole:
        return dossier->id;
    case DraftRole:
        return dossier->status == DossierStatus::Draft;
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Person:
        return tr("Person");
    case Procedure:
        return tr("Procedure");
    case Code:
        return tr("Code");
    case State:
        return tr("State");
    case Due:
        return tr("Due");
    default:
        return tr("Last change");
    }
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_waiting;
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(int(m_rows.size()), step, false);
}

} // namespace motcua
