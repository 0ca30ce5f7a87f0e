#pragma once

namespace motcua {

// Every way in which something can fail. One code = one place in the source where it is raised = one entry in
// errorcatalog.cpp = one section of docs/error-codes.md; tests/base/tst_errorbook keeps the three together.
enum class ErrorCode {
    // 1xx the application and its configuration
    ProfileMissing,
    ProfileUnreadable,
    ProfileInUse,
    ProfileExists,
    ProfileNotSaved,
    CommuneUnknown,
    CertificateUnreadable,

    // 2xx the store and the vault
    CipherMissing,
    NotADatabase,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseCannotOpen,
    DiskFull,
    StoreFailed,
    StoreClosed,
    DossierUnknown,
    DossierNotEditable,
    DossierStepForbidden,
    AttachmentGone,
    AttachmentDamaged,
    DeliveryStepForbidden,
    VaultExists,
    VaultMissing,
    VaultUnreadable,
    VaultNotSaved,
    WrongPassphrase,
    KeychainUnavailable,
    KeychainSlotMissing,
    AccountExists,
    LoginNotUsable,
    PassphraseNotStretched,
    VaultKeyForeign,

    // 3xx procedures and forms
    PackMalformed,
    ProcedureUnknown,
    DossierIncomplete,
    ComponentUnknown,
    PackNotKept,
    CalendarUnusable,
    CalendarEnds,
    FeeTableUnusable,
    PaymentNotOwed,
    PaymentAccountUnusable,

    // 4xx papers and printing
    PaperEmpty,
    PaperTooLarge,
    PaperKindUnknown,
    PaperNotWhatItClaims,
    PaperBroken,
    PaperEncrypted,
    PaperTooManyPages,
    PaperTooManyPixels,
    PaperActiveContent,
    PaperIsPhonePhoto,
    PaperIsOfficeFile,
    PaperIsArchive,
    PaperIsOtherPicture,
    PaperSigned,
    PaperNotShown,
    PaperNotTurned,
    SlipNotMade,
    PaperFileUnreadable,
    SlipNotSaved,
    SlipBeforeSubmission,

    // 5xx sync and the portal
    PortalUnreachable,
    PortalCertificateWrong,
    PortalSetupUnusable,
    PortalBusy,
    PortalFault,
    PortalUnauthorized,
    PortalRefusedDossier,
    PortalConflict,
    PortalManifestDiffers,
    UploadRejected,
    OutboundFileDamaged,

    // 6xx the command line
    UsageWrong,
    FileUnreadable,
    FileNotWritten,
    PassphraseEmpty,
    DataNotJson,
};

} // namespace motcua
