#include "core/counter/slipcontent.h"

#include "core/deadline/deadlinerule.h"
#include "core/fee/feewords.h"
#include "core/fee/vietqr.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/procedure/formstate.h"
#include "core/procedure/people.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString handlingText(Component::Handling handling)
{
    switch (handling) {
    case Component::Handling::Submit:
        return QCoreApplication::translate("Slip", "Original, handed in");
    case Component::Handling::Show:
        return QCoreApplication::translate("Slip", "Original, shown");
    case Component::Handling::Copy:
        return QCoreApplication::translate("Slip", "Copy");
    }
    return {};
}

QString roleText(Role role)
{
    switch (role) {
    case Role::Officer:
        return QCoreApplication::translate("Slip", "Officer at the counter");
    case Role::TeamMember:
        return QCoreApplication::translate("Slip", "Community digital technology team");
    case Role::ItStaff:
        return QCoreApplication::translate("Slip", "IT staff");
    }
    return {};
}

SlipTransfer transferOf(const Dossier &dossier, const FeeSheet &fee, const BankAccount &account)
{
    const MoneyState state = dossier.payment.state;
    const bool open = state == MoneyState::Owed || state == MoneyState::Declared;
    if (!open || account.number.isEmpty() || fee.total != dossier.payment.amount)
        return {};
    VietQr qr { account, VietQr::Kind::Dynamic, dossier.payment.amount, paymentPurpose(dossier.summary.localCode) };
    return { vietQrPayload(qr), account.holder, account.number, account.bin, groupedMoney(qr.amount), qr.purpose };
}

} // namespace

SlipContent slipContent(const Dossier &dossier, const ProcedurePack &pack, const QJsonObject &answers,
                        const AdministrativeUnits &units, const QString &communeCode, Role role, const QByteArray &journalHead,
                        const FeeSheet &fee, const BankAccount &account)
{
    SlipContent content;
    if (const AdministrativeUnit *commune = units.find(communeCode)) {
        content.communeName = commune->fullName();
        if (const AdministrativeUnit *province = units.find(commune->parent))
            content.provinceName = province->fullName();
    }
    content.localCode = dossier.summary.localCode;
    content.procedureCode = pack.code;
    content.procedureName = pack.name;
    content.applicantName = applicantName(pack, answers);
    content.requesterName = requesterName(pack, answers);
    if (content.requesterName == content.applicantName)
        content.requesterName.clear();
    content.personalId = personalIdOf(pack, answers);
    content.phone = phoneOf(pack, answers);
    content.capturedAt = dossier.summary.submittedAt;
    // No day on paper before the portal has spoken: it would be read as an appointment.
    content.deadlineText = deadlineOf(pack, answers).text;
    content.feeText = feeOnPaper(fee);
    content.transfer = transferOf(dossier, fee, account);
    content.officerRole = roleText(role);
    if (dossier.assistance) {
        const Assistance &given = *dossier.assistance;
        const QString who = given.helperName.isEmpty() ? given.helper : given.helperName;
        content.assistance = QCoreApplication::translate("Slip", "Helped by %1 (%2). The citizen %3.")
                                 .arg(who, roleText(roleFromStored(given.helperRole)), confirmationText(given));
    }
    content.recordHash = QString::fromLatin1(journalHead.toHex().left(16));

    for (const DossierBranch &branch : dossier.branches)
        content.branches.append({ branch.title, branch.agency, branch.deadlineText });
    const QStringList awaited = dossier.receipt ? dossier.receipt->awaited() : QStringList();
    for (const Component &component : pack.components) {
        SlipPaper line { component.title, handlingText(component.handling), 0, 0, true };
        for (const Attachment &attachment : dossier.attachments) {
            if (attachment.component != component.code)
                continue;
            ++line.files;
            line.pages += attachment.pages;
            line.originalReturned = line.originalReturned && attachment.originalReturned;
            line.awaited = line.awaited || awaited.contains(attachment.name);
        }
        if (line.files > 0)
            content.papers.append(line);
    }
    return content;
}

QString contactOf(const KioskProfile &profile)
{
    QStringList said { profile.officeAddress, profile.officePhone, profile.officeHours };
    said.removeAll(QString());
    return said.join(QStringLiteral(" · "));
}

} // namespace motcua
