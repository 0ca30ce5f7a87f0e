#include "core/counter/paperintake.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/identity/kioskprofile.h"
#include "core/paper/readerprogram.h"
#include "core/paper/smallpicture.h"
#include "core/store/queuesettings.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// "000.00.00.G15-KQ003453" -> "KQ003453": the part people use, safe as a file name.
QString shortComponentCode(const QString &code)
{
    QString part = code.section(u'-', -1);
    part.removeIf([](QChar c) { return !(c.unicode() < 128 && c.isLetterOrNumber()); });
    return part.isEmpty() ? u"paper"_s : part;
}

QString nextFileName(const QList<Attachment> &attachments, const QString &component, const QString &suffix)
{
    const QString stem = shortComponentCode(component);
    for (int number = 1;; ++number) {
        const QString numbered = u"%1-%2."_s.arg(stem).arg(number);
        const auto taken = [&](const Attachment &attachment) { return attachment.name.startsWith(numbered); };
        if (std::none_of(attachments.cbegin(), attachments.cend(), taken))
            return numbered + suffix;
    }
}

} // namespace

PaperIntake::PaperIntake(const Counter::Parts &parts, const Journalled &journalled, PackShelf &shelf)
    : m_parts(parts)
    , m_journalled(journalled)
    , m_shelf(shelf)
{
}

Result<Attachment> PaperIntake::add(const QString &id, const QString &component, const QByteArray &content,
                                    const QString &claimedSuffix, const QString &who) const
{
    const Result<PaperFile> paper = m_parts.reader.inspect(content, claimedSuffix, limits()).result();
    if (!paper)
        return passOn(paper);
    return m_parts.store.run([&](Database &database) { return insert(database, id, component, *paper, who); }).result();
}

Result<Attachment> PaperIntake::insert(Database &database, const QString &id, const QString &component, const PaperFile &paper,
                                       const QString &who) const
{
    const Result<Dossier> dossier = DossierRepository(database).findEditable(id);
    if (!dossier)
        return passOn(dossier);
    const Result<PackPtr> pack = m_shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
    if (!pack)
        return passOn(pack);
    const Result<Component> known = requireComponent(**pack, component);
    if (!known)
        return passOn(known);

    Attachment attachment;
    attachment.id = newUuid7(m_parts.clock);
    attachment.component = component;
    attachment.name = nextFileName(dossier->attachments, component, suffixFor(paper.mediaType));
    attachment.mediaType = paper.mediaType;
    attachment.size = paper.content.size();
    attachment.sha256 = sha256Hex(paper.content);
    attachment.pages = paper.pages;
    attachment.originalReturned = known->handling != Component::Handling::Submit;
    attachment.addedAt = m_parts.clock.now();
    const Result<void> done = m_journalled.commit(database, { id, u"paper.added"_s, attachment.name, who }, [&] {
        return DossierRepository(database).insertAttachment(id, attachment, paper.content);
    });
    return done ? Result<Attachment>(attachment) : passOn(done);
}

Result<Attachment> PaperIntake::turn(const QString &id, const QString &attachmentId, int degrees, const QString &who) const
{
    Result<Attachment> attachment =
        m_parts.store.run([=](Database &database) { return DossierRepository(database).findAttachment(id, attachmentId); })
            .result();
    if (!attachment)
        return attachment;
    const Result<QByteArray> content = contentOf(attachmentId);
    if (!content)
        return passOn(content);
    const Result<PaperFile> turned =
        m_parts.reader.rotate({ *content, attachment->mediaType, attachment->pages }, degrees).result();
    if (!turned)
        return passOn(turned);
    // Packed anew, it may have grown past the limit.
    const Result<PaperFile> checked = m_parts.reader.inspect(turned->content, suffixFor(turned->mediaType), limits()).result();
    if (!checked)
        return passOn(checked);
    const Result<void> done = m_parts.store
                                  .run([&](Database &database) {
                                      return m_journalled.commit(database, { id, u"paper.turned"_s, attachment->name, who }, [&] {
                                          return DossierRepository(database).replaceAttachment(*attachment, turned->content);
                                      });
                                  })
                                  .result();
    if (!done)
        return passOn(done);
    attachment->mediaType = turned->mediaType;
    attachment->size = turned->content.size();
    attachment->sha256 = sha256Hex(turned->content);
    return attachment;
}

Result<QList<SmallPicture>> PaperIntake::smallPictures(const QString &id) const
{
    const Result<QList<Attachment>> papers =
        m_parts.store.run([=, this](Database &database) { return mayGoSmall(database, id); }).result();
    if (!papers)
        return passOn(papers);
    QList<SmallPicture> pictures;
    for (const Attachment &paper : *papers) {
        const Result<QByteArray> content = contentOf(paper.id);
        if (!content)
            continue; // the submission itself names a damaged paper
        const Result<QImage> shown = m_parts.reader.render(*content, paper.mediaType, 0, smallPictureBounds).result();
        const auto small = shown ? smallPicture(*shown, paper.size) : std::nullopt;
        if (small)
            pictures.append({ paper.id, paper.sha256, small->mediaType, small->content });
    }
    return pictures;
}

Result<QList<Attachment>> PaperIntake::mayGoSmall(Database &database, const QString &id) const
{
    const Result<SyncPolicy> policy = readPolicy(database);
    if (!policy)
        return passOn(policy);
    if (!policy->renditions)
        return QList<Attachment>();
    const Result<Dossier> dossier = DossierRepository(database).findEditable(id);
    if (!dossier)
        return passOn(dossier);
    const Result<PackPtr> pack = m_shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
    if (!pack)
        return passOn(pack);
    QList<Attachment> found;
    for (const Attachment &paper : dossier->attachments) {
        const Result<Component> component = requireComponent(**pack, paper.component);
        if (component && component->mayGoSmall && paper.mediaType.startsWith("image/"_L1))
            found.append(paper);
    }
    return found;
}

Result<QByteArray> PaperIntake::contentOf(const QString &attachmentId) const
{
    return m_parts.store
        .run([attachmentId](Database &database) { return DossierRepository(database).attachmentContent(attachmentId); })
        .result();
}

PaperLimits PaperIntake::limits() const
{
    PaperLimits limits;
    limits.maxBytes = m_parts.profile.maxPaperBytes;
    return limits;
}

} // namespace motcua
