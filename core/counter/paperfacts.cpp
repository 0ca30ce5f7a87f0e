#include "core/counter/paperfacts.h"

#include "core/base/clock.h"
#include "core/counter/answerfacts.h"
#include "core/dossier/portalstatus.h"
#include "core/identity/administrativeunits.h"
#include "core/paper/papertemplate.h"
#include "core/paper/slippage.h"
#include "core/procedure/answertext.h"
#include "core/procedure/people.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString capitals(const QString &text)
{
    return QLocale(QLocale::Vietnamese).toUpper(text);
}

// "Xã Đa Kia" inside a sentence: "xã Đa Kia".
QString inSentence(const QString &unit)
{
    return unit.isEmpty() ? unit : unit.left(1).toLower() + unit.mid(1);
}

QString fullNameInSentence(const AdministrativeUnits &units, const QString &commune)
{
    const AdministrativeUnit *unit = units.find(commune);
    const AdministrativeUnit *province = unit ? units.find(unit->parent) : nullptr;
    if (!unit)
        return {};
    return inSentence(unit->fullName()) + (province ? u", "_s + inSentence(province->fullName()) : QString());
}

// "Bản chính", "Bản sao" as the forms of the one-stop office name them.
QString handlingWords(const Component &component)
{
    switch (component.handling) {
    case Component::Handling::Submit:
        return u"Bản chính"_s;
    case Component::Handling::Show:
        return u"Bản chính để xuất trình"_s;
    case Component::Handling::Copy:
        return u"Bản sao, bản chụp"_s;
    }
    return {};
}

class Facts
{
public:
    explicit Facts(const PaperSubject &subject)
        : m(subject)
    {
    }

    QJsonObject all() const
    {
        const AnswerFacts answers { m.pack, m.state, m.units, m.everything };
        const QString title = m.paper.title.isEmpty() ? m.pack.name : m.paper.title;
        QJsonObject facts {
            { "title"_L1, title },
            { "titleUpper"_L1, capitals(title) },
            { "source"_L1, m.paper.source.text },
            { "procedure"_L1, procedure() },
            { "agency"_L1, agencyFacts(m.units, m.profile) },
            { "to"_L1, addressee() },
            { "now"_L1, timeFacts(m.now) },
            { "dossier"_L1, dossier() },
            { "applicant"_L1, applicant() },
            { "requester"_L1, requester() },
            { "officer"_L1, officer() },
            { "a"_L1, answers.values() },
            { "sections"_L1, answers.sections(omitted()) },
            { "papers"_L1, papersTaken() },
            { "portal"_L1, portal() },
        };
        addFindings(facts);
        return facts;
    }

private:
    QJsonObject procedure() const
    {
        return { { "code"_L1, m.pack.code },   { "name"_L1, m.pack.name },        { "nameUpper"_L1, capitals(m.pack.name) },
                 { "field"_L1, m.pack.field }, { "handler"_L1, m.pack.handler },  { "deadline"_L1, m.pack.deadlineText },
                 { "fee"_L1, m.pack.feeText }, { "result"_L1, m.pack.resultText } };
    }

    QString addressee() const
    {
        const QJsonObject to = m.paper.part.value("to"_L1).toObject();
        const bool police = m.pack.handler.startsWith(u"Công an"_s);
        const QString agency = to.value("agency"_L1).toString(police ? u"Công an"_s : u"Ủy ban nhân dân"_s);
        const QJsonObject chosen = valueAt(m.state.answers, to.value("unit"_L1).toString()).toObject();
        const QString commune = chosen.value("commune"_L1).toString(m.profile.communeCode);
        return agency + u' ' + fullNameInSentence(m.units, commune);
    }

    QStringList omitted() const
    {
        QStringList pointers;
        for (const auto &pointer : m.paper.part.value("omit"_L1).toArray())
            pointers.append(pointer.toString());
        return pointers;
    }

    QJsonObject dossier() const
    {
        const DossierSummary &summary = m.dossier.summary;
        return { { "localCode"_L1, summary.localCode },
                 { "officialCode"_L1, summary.officialCode },
                 { "submitted"_L1, when(summary.submittedAt) },
                 { "received"_L1, when(m.dossier.receipt ? m.dossier.receipt->receivedAt : QDateTime()) },
                 { "due"_L1, when(summary.dueAt) },
                 { "firstDue"_L1, when(m.dossier.receipt ? m.dossier.receipt->dueAt : QDateTime()) } };
    }

    QJsonObject when(const QDateTime &time) const { return timeFacts(m.everything ? m.now : time); }

    QJsonObject applicant() const
    {
        const QString name = applicantName(m.pack, m.state.answers);
        QJsonObject person { { "name"_L1, name },
                             { "upper"_L1, capitals(name) },
                             { "personalId"_L1, personalIdOf(m.pack, m.state.answers) },
                             { "phone"_L1, phoneOf(m.pack, m.state.answers) } };
        // Where and how to reach this person lies beside the name.
        for (const QString &pointer : m.pack.applicantPointers) {
            const QString here = valueAt(m.state.answers, pointer).toString();
            if ((here.isEmpty() || !name.startsWith(here)) && !m.everything) // of several together, the first
                continue;
            const QJsonObject around = valueAt(m.state.answers, pointer.section(u'/', 0, -2)).toObject();
            person.insert("address"_L1, addressText(around.value("residence"_L1).toObject(), m.units, countriesOf(m.pack)));
            person.insert("email"_L1, around.value("email"_L1).toString());
            break;
        }
        return person;
    }

    QJsonObject requester() const
    {
        const QString name = requesterName(m.pack, m.state.answers);
        const bool other = m.everything || name != applicantName(m.pack, m.state.answers);
        return { { "name"_L1, name }, { "upper"_L1, capitals(name) }, { "other"_L1, other } };
    }

    QJsonObject officer() const
    {
        return { { "name"_L1, m.actor.displayName }, { "signs"_L1, m.everything || m.actor.role == Role::Officer } };
    }

    QJsonArray papersTaken() const
    {
        QJsonArray taken;
        for (const Component &component : m.pack.components) {
            int files = 0;
            int pages = 0;
            bool returned = true;
            for (const Attachment &attachment : m.dossier.attachments) {
                if (attachment.component != component.code)
                    continue;
                ++files;
                pages += attachment.pages;
                returned = returned && attachment.originalReturned;
            }
            if (files > 0 || m.everything)
                taken.append(QJsonObject { { "no"_L1, taken.size() + 1 },
                                           { "title"_L1, component.title },
                                           { "kind"_L1, handlingWords(component) },
                                           { "files"_L1, files },
                                           { "pages"_L1, pages },
                                           { "returned"_L1, returned } });
        }
        if (taken.isEmpty() && m.everything)
            taken.append(QJsonObject { { "no"_L1, 1 },
                                       { "title"_L1, u"x"_s },
                                       { "kind"_L1, u"x"_s },
                                       { "files"_L1, 1 },
                                       { "pages"_L1, 1 },
                                       { "returned"_L1, true } });
        return taken;
    }

    QJsonObject portal() const
    {
        const DossierSummary &summary = m.dossier.summary;
        QDateTime at;
        for (const HistoryEntry &entry : m.dossier.history) {
            if (entry.actor == "portal"_L1)
                at = entry.at;
        }
        return { { "status"_L1, summary.portalStatus > 0 ? portalStatusText(summary.portalStatus) : QString() },
                 { "note"_L1, summary.portalNote },
                 { "at"_L1, when(at) } };
    }

    static QJsonObject item(const QJsonArray &list, const QString &label, const QString &section, const QString &message,
                            const QString &source)
    {
        return { { "no"_L1, list.size() + 1 },
                 { "label"_L1, label },
                 { "section"_L1, section },
                 { "message"_L1, message },
                 { "source"_L1, source } };
    }

    // Everything in one list, once: what is missing or wrong, what to bring, what to look at again, what may be brought.
    void addFindings(QJsonObject &facts) const
    {
        QJsonArray missing;
        QJsonArray bring;
        QJsonArray doubts;
        QJsonArray optional;
        for (const Finding &finding : m.state.findings) {
            QJsonArray &list = !finding.component.isEmpty() ? bring : finding.blocks() ? missing : doubts;
            QString message = finding.message;
            if (!finding.component.isEmpty())
                message = bringWords(finding.component);
            list.append(item(list, finding.label, finding.section, message, finding.source.text));
        }
        for (const ComponentState &component : m.state.components) {
            const auto known = std::find_if(m.pack.components.cbegin(), m.pack.components.cend(),
                                            [&](const Component &one) { return one.code == component.code; });
            if (component.applies && !component.required && component.papers == 0 && known != m.pack.components.cend())
                optional.append(item(optional, known->title, {}, known->help, known->source.text));
        }
        if (m.everything) {
            for (QJsonArray *list : { &missing, &bring, &doubts, &optional })
                list->append(item(*list, u"x"_s, u"x"_s, u"x"_s, u"x"_s));
        }
        facts.insert(u"complete"_s, m.everything || (missing.isEmpty() && bring.isEmpty()));
        const auto insert = [&](const QString &name, const QString &question, const QJsonArray &list) {
            facts.insert(name, list);
            facts.insert(question, !list.isEmpty());
        };
        insert(u"missing"_s, u"hasMissing"_s, missing);
        insert(u"bring"_s, u"hasBring"_s, bring);
        insert(u"doubts"_s, u"hasDoubts"_s, doubts);
        insert(u"optional"_s, u"hasOptional"_s, optional);
    }

    QString bringWords(const QString &code) const
    {
        for (const Component &component : m.pack.components) {
            if (component.code == code)
                return component.help.isEmpty() ? handlingWords(component) : handlingWords(component) + u". "_s + component.help;
        }
        return {};
    }

    const PaperSubject &m;
};

} // namespace

QJsonObject timeFacts(const QDateTime &time)
{
    const QStringList names { u"hour"_s, u"minute"_s, u"day"_s, u"month"_s, u"year"_s, u"date"_s, u"time"_s };
    const QStringList shapes { u"HH"_s, u"mm"_s, u"dd"_s, u"MM"_s, u"yyyy"_s, u"dd/MM/yyyy"_s, u"HH:mm"_s };
    const QDateTime legal = time.isValid() ? toLegalTime(time) : QDateTime();
    QJsonObject facts { { "known"_L1, time.isValid() } };
    for (qsizetype i = 0; i < names.size(); ++i)
        facts.insert(names.at(i), legal.isValid() ? legal.toString(shapes.at(i)) : QString());
    return facts;
}

QJsonObject agencyFacts(const AdministrativeUnits &units, const KioskProfile &profile)
{
    const AdministrativeUnit *commune = units.find(profile.communeCode);
    const AdministrativeUnit *province = commune ? units.find(commune->parent) : nullptr;
    const QString communeName = commune ? commune->fullName() : QString();
    const QString provinceName = province ? province->fullName() : QString();
    return { { "commune"_L1, inSentence(communeName) },
             { "communeUpper"_L1, capitals(communeName) },
             { "province"_L1, inSentence(provinceName) },
             { "provinceUpper"_L1, capitals(provinceName) },
             { "place"_L1, commune ? commune->name : QString() },
             { "phone"_L1, profile.officePhone },
             { "hours"_L1, profile.officeHours },
             { "address"_L1, profile.officeAddress } };
}

QJsonObject paperFacts(const PaperSubject &subject)
{
    return Facts(subject).all();
}

QString paperQrText(const PaperSubject &subject, const QString &title)
{
    const DossierSummary &summary = subject.dossier.summary;
    QStringList lines {
        u"LOAI="_s + (summary.officialCode.isEmpty() ? u"TAM"_s : u"BAN_IN"_s),
        u"MA_HO_SO="_s + summary.officialCode,
        u"MA_TAM="_s + summary.localCode,
        u"MA_TTHC="_s + summary.procedureCode,
        u"MA_DINH_DANH="_s + maskedPersonalId(personalIdOf(subject.pack, subject.state.answers)),
        u"TEN_GIAY="_s + title,
        u"HE_THONG=Một Cửa"_s,
        u"CAP_LUC="_s + toLegalTime(subject.now).toString(Qt::ISODate),
    };
    if (!summary.officialCode.isEmpty() && summary.dueAt.isValid())
        lines.append(u"NGAY_HEN_TRA="_s + toLegalTime(summary.dueAt).toString(Qt::ISODate));
    return lines.join(u'\n');
}

} // namespace motcua
