#include "app/ctl/console.h"

#include "core/base/errorcatalog.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

void write(FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

ExitCode exitCodeFor(ErrorCode code)
{
    const QString id = errorId(code);
    switch (code) {
    case ErrorCode::DossierUnknown:
    case ErrorCode::ProcedureUnknown:
    case ErrorCode::ResultUnknown:
    case ErrorCode::ReceiptMissing:
        return ExitCode::NotFound;
    case ErrorCode::ProvinceKeyUnusable:
    case ErrorCode::RecoveryTextWrong:
    case ErrorCode::RecoveryOtherKey:
    case ErrorCode::CommuneUnknown:
    case ErrorCode::CertificateUnreadable:
        return ExitCode::Usage;
    case ErrorCode::DataNotJson:
    case ErrorCode::ReceiptKeyUnusable:
    case ErrorCode::AssistanceMissing:
    case ErrorCode::PassphraseTooShort:
        return ExitCode::DataRefused;
    case ErrorCode::AttachmentGone:
    case ErrorCode::DossierNotEditable:
    case ErrorCode::DossierStepForbidden:
    case ErrorCode::SlipBeforeSubmission:
    case ErrorCode::MendNotAsked:
    case ErrorCode::NotInQueue:
    case ErrorCode::ResultDamaged:
    case ErrorCode::AttachmentDamaged:
    case ErrorCode::RoleForbids:
    case ErrorCode::ConfirmationNeeded:
    case ErrorCode::DraftSealed:
    case ErrorCode::AccountStillNeeded:
    case ErrorCode::DraftNotHandedOver:
        return ExitCode::Failed;
    default:
        break;
    }
    if (id.startsWith("MC-1"_L1) || id.startsWith("MC-2"_L1))
        return ExitCode::CannotOpen;
    if (id.startsWith("MC-3"_L1) || id.startsWith("MC-4"_L1))
        return ExitCode::DataRefused;
    if (id.startsWith("MC-5"_L1))
        return ExitCode::NotDelivered;
    return ExitCode::Usage;
}

} // namespace

void printLine(const QString &line)
{
    write(stdout, line);
}

void printJson(const QJsonObject &object)
{
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson()).trimmed());
}

void printJson(const QJsonArray &array)
{
    write(stdout, QString::fromUtf8(QJsonDocument(array).toJson()).trimmed());
}

void printNote(const QString &line)
{
    write(stderr, line);
}

ExitCode report(const Error &error, bool json)
{
    const ErrorExplanation text = explain(error);
    if (json)
        printJson(QJsonObject { { "error"_L1, text.id },
                                { "happened"_L1, text.happened },
                                { "kept"_L1, text.kept },
                                { "next"_L1, text.next },
                                { "subject"_L1, error.subject },
                                { "detail"_L1, error.detail } });
    printNote(u"motcuactl: %1 %2"_s.arg(text.id, text.happened));
    printNote(u"  %1\n  %2"_s.arg(text.kept, text.next));
    if (!error.subject.isEmpty() || !error.detail.isEmpty())
        printNote(u"  [%1] %2"_s.arg(error.subject, error.detail));
    return exitCodeFor(error.code);
}

} // namespace motcua
