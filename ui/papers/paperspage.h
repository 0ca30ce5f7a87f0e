#pragma once

#include "core/dossier/attachment.h"
#include "core/procedure/formstate.h"
#include "ui/papers/paperreader.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QWidget>

class QMimeData;
class QVBoxLayout;

namespace motcua {

class ComponentCard;
class Counter;
class PaperPreview;
class PaperTile;
class TextLabel;

// The papers of one dossier, a card for each that applies now. Files are read and checked off the GUI thread, one after the other, and
// what is refused says why. GUI thread.
class PapersPage final : public QWidget
{
    Q_OBJECT

public:
    PapersPage(Counter &counter, qint64 maxBytes, ChoosePapers choose, QWidget *parent = nullptr);

    void open(const PackPtr &pack, const QString &dossierId, const QList<Attachment> &papers);
    void setComponents(const QList<ComponentState> &states);
    const QList<Attachment> &papers() const { return m_papers; }
    ComponentCard *card(const QString &component) const; // nullptr when it does not apply now
    bool focusComponent(const QString &component);
    void focusFirst();
    void addFiles(const QString &component, const QStringList &paths);
    void paste(const QString &component);
    bool isReading() const { return m_running; }

Q_SIGNALS:
    void papersChanged();
    void paperRefused(const QString &component);
    void readingChanged();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Job
    {
        QString dossierId; // another one may be open when the paper has been read
        QString component;
        QString path; // empty when the content is here already
        QByteArray content;
        QString suffix;
        QString name; // as the person knows it
    };

    ComponentCard *makeCard(const Component &component);
    void wire(PaperTile *tile);
    void addFilesTo(const QString &dossierId, const QString &component, const QStringList &paths);
    void take(const QString &component, const QMimeData *mime);
    void enqueue(const Job &job);
    void showReading();
    void next();
    void inspect(const Job &job, const QByteArray &content);
    void finish(const Job &job, const Result<Attachment> &added);
    void showAdded(const Job &job, const Result<Attachment> &added);
    void showPapers();
    void showPreview(const QString &paperId);
    void arrange();
    void setBusy(const QString &paperId, bool busy);
    Attachment *find(const QString &paperId); // nullptr when another dossier is open by now
    PaperTile *tileOf(const QString &paperId) const;
    void refuse(const Attachment &paper, const Error &error);
    void turn(PaperTile *tile, int degrees);
    void remove(PaperTile *tile);
    void setReturned(PaperTile *tile, bool returned);
    void askThumbnail(PaperTile *tile);
    QString titleOf(const Attachment &paper) const;
    QString cardUnderCursor() const;

    Counter &m_counter;
    qint64 m_maxBytes;
    ChoosePapers m_choose;
    PackPtr m_pack;
    QString m_dossierId;
    QList<Attachment> m_papers;
    QHash<QString, ComponentCard *> m_cards;
    QSet<QString> m_busy; // papers with a command on its way; their tiles may be made anew meanwhile
    QList<Job> m_jobs;
    bool m_running = false;
    QVBoxLayout *m_list;
    TextLabel *m_nothing;
    PaperPreview *m_preview;
    QWidget *m_cardsArea;
    bool m_wide = true;
    bool m_large = false; // on a narrow page: the preview stands in place of the cards
};

} // namespace motcua
