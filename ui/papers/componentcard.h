#pragma once

#include "core/dossier/attachment.h"
#include "core/procedure/procedurepack.h"
#include "ui/widgets/card.h"

#include <QHash>
#include <QList>
#include <QStringList>

class QMimeData;

namespace motcua {

class ActionButton;
class PaperTile;
class StateBadge;
class TextLabel;

// One paper the dossier asks for, and the files that stand for it. Says what it is handed in as, takes dropped and pasted files.
class ComponentCard final : public Card
{
    Q_OBJECT

public:
    explicit ComponentCard(const Component &component, QWidget *parent = nullptr);

    const Component &component() const { return m_component; }
    void setRequired(bool required);
    void setPapers(const QList<Attachment> &papers);
    QList<PaperTile *> tiles() const { return m_tiles; }
    void setReading(int files); // how many are being read and checked now
    void showRefusal(const QString &fileName, const Error &error);
    void clearRefusals();
    QStringList refusals() const; // for tests
    void focusAdd();

    static bool isUsable(const QMimeData *data);

Q_SIGNALS:
    void addRequested();
    void pasteRequested();
    void dropped(const QMimeData *data);
    void tileAdded(PaperTile *tile);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void showState();

    Component m_component;
    bool m_required = false;
    bool m_dragOver = false;
    int m_reading = 0;
    StateBadge *m_state;
    TextLabel *m_busy;
    QVBoxLayout *m_list;
    QVBoxLayout *m_refusals;
    ActionButton *m_add;
    QList<PaperTile *> m_tiles;
    QList<QWidget *> m_refused;
};

// "Shown and given back at once" and so on.
QString handlingWords(const Component &component);

} // namespace motcua
