#include "core/base/errorcatalog.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Entry
{
    ErrorCode code;
    const char *id;
    const char *happened;
    const char *kept;
    const char *next;
};

constexpr const char *context = "ErrorCatalog";

// clang-format off
constexpr Entry entries[] = {
    { ErrorCode::ProfileMissing, "MC-101",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This folder does not hold a Một Cửa kiosk yet."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check the folder given with --profile, or set the kiosk up with “motcuactl init”.") },
    { ErrorCode::ProfileUnreadable, "MC-102",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The kiosk's settings file cannot be read."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are in a separate file and were not touched."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask IT staff to restore profile.json from a copy or to set it up again.") },
    { ErrorCode::ProfileInUse, "MC-103",
      QT_TRANSLATE_NOOP("ErrorCatalog", "Một Cửa is already open on these data."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are safe in the program that is open."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Use the window that is already open, or close it and try again.") },
    { ErrorCode::ProfileExists, "MC-104",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This folder already holds a kiosk, or traces of an older one."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was overwritten."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Choose an empty folder. If the old data can no longer be opened, call the province's help desk before moving any file.") },
    { ErrorCode::CommuneUnknown, "MC-105",
      QT_TRANSLATE_NOOP("ErrorCatalog", "There is no commune with this code in the list of administrative units."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check the five digits of the commune code in force since 1 July 2025.") },
    { ErrorCode::CertificateUnreadable, "MC-106",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal's certificate file cannot be read."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check the file given with --ca: it must be the province's certificate in PEM form.") },
    { ErrorCode::ProfileNotSaved, "MC-107",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The kiosk's settings file could not be written."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The earlier settings and all dossiers are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check that the disk has free space and that this user may write to the folder, then try again.") },
    { ErrorCode::CipherMissing, "MC-201",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This computer's copy of Một Cửa lacks the part that encrypts the dossiers, so it did not open them."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers were not touched and nothing was written in the clear."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask IT staff to install Một Cửa again from the province's source.") },
    { ErrorCode::NotADatabase, "MC-202",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier file cannot be opened with this kiosk's key: it belongs to another kiosk, or its beginning is damaged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The file was left exactly as it is."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Do not delete or replace any file. Call the province's help desk and read out this code.") },
    { ErrorCode::DatabaseDamaged, "MC-203",
      QT_TRANSLATE_NOOP("ErrorCatalog", "Part of the dossier file is damaged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing more is written to it, so that what is readable stays readable."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Leave the computer on and call the province's help desk: IT staff can save the dossiers that are readable.") },
    { ErrorCode::DatabaseNewer, "MC-204",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers were saved by a newer version of Một Cửa than this one."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are whole and were not touched."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask IT staff to update Một Cửa on this computer, then open it again.") },
    { ErrorCode::DatabaseCannotOpen, "MC-205",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier file could not be opened."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "No file was changed or made."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check that the disk is connected and that this user may read and write the data folder, then try again. If it stays so, call IT staff.") },
    { ErrorCode::DiskFull, "MC-206",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The disk is full, so the last change was not saved."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Everything saved before is safe."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Free some space on the disk (downloads, recycle bin), then save again. Leave this window open meanwhile.") },
    { ErrorCode::StoreFailed, "MC-207",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The disk did not confirm the last change, so it counts as not saved."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Everything confirmed before is safe."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Try once more. If it happens again, close Một Cửa, open it again and call IT staff: the disk may be failing.") },
    { ErrorCode::StoreClosed, "MC-208",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are locked at the moment."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "They are safe and encrypted on the disk."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Sign in again.") },
    { ErrorCode::DossierUnknown, "MC-209",
      QT_TRANSLATE_NOOP("ErrorCatalog", "There is no dossier with this code on this computer."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check the code, or search by the citizen's name.") },
    { ErrorCode::DossierNotEditable, "MC-210",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This dossier has been submitted and can no longer be changed here."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier is safe as it was submitted."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "If something has to be corrected, wait for the portal to ask for it, or make a new dossier.") },
    { ErrorCode::DossierStepForbidden, "MC-211",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This step is not possible in the dossier's present state."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier is unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Open the dossier again to see where it stands now.") },
    { ErrorCode::AttachmentGone, "MC-212",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This paper is no longer in the dossier."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The other papers are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Open the dossier again to see its papers.") },
    { ErrorCode::AttachmentDamaged, "MC-213",
      QT_TRANSLATE_NOOP("ErrorCatalog", "A stored paper no longer equals what was put in."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "It was not sent and not changed; the other papers are unaffected."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "If the citizen still has the original, scan it again. Tell IT staff: the disk may be failing.") },
    { ErrorCode::DeliveryStepForbidden, "MC-214",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The sending of a dossier reached a state that should not be possible."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier stays in the queue as it was."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "It will be tried again by itself. If the message comes back, call the help desk and read out this code.") },
    { ErrorCode::VaultExists, "MC-221",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This folder already holds keys or dossiers of a kiosk, so no new key was made."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was overwritten."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Choose an empty folder. If the old dossiers cannot be opened, call the province's help desk before moving any file.") },
    { ErrorCode::VaultMissing, "MC-222",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The key file of this kiosk is missing."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are still there, encrypted and unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Do not set the kiosk up again. Call IT staff: slots.json has to be brought back from a copy.") },
    { ErrorCode::VaultUnreadable, "MC-223",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The key file of this kiosk cannot be read, and neither can its copy."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was overwritten; the dossiers are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Do not set the kiosk up again. Call the province's help desk: slots.json has to be brought back from a copy.") },
    { ErrorCode::VaultNotSaved, "MC-224",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The key file could not be written."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The earlier keys still work and the dossiers are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check that the disk has free space and that this user may write to the data folder, then try again.") },
    { ErrorCode::WrongPassphrase, "MC-225",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This passphrase does not open the kiosk."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are safe; nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check Caps Lock and the Vietnamese typing mode, then type it again.") },
    { ErrorCode::KeychainUnavailable, "MC-226",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The computer's keychain did not give the key."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are safe; your passphrase opens them as always."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Sign in with your passphrase. Nothing has to be repaired.") },
    { ErrorCode::KeychainSlotMissing, "MC-227",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This kiosk has no usable key in the computer's keychain."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are safe; your passphrase opens them."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Sign in with your passphrase.") },
    { ErrorCode::AccountExists, "MC-228",
      QT_TRANSLATE_NOOP("ErrorCatalog", "There is already an account with this login name."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Choose another login name.") },
    { ErrorCode::LoginNotUsable, "MC-229",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This login name cannot be used."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Use 1 to 32 lower-case letters without tone marks, digits, full stops or hyphens, beginning with a letter or digit.") },
    { ErrorCode::PassphraseNotStretched, "MC-230",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The computer did not have enough free memory to check the passphrase."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossiers are safe; the passphrase was neither accepted nor refused."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Close other programs and try again.") },
    { ErrorCode::VaultKeyForeign, "MC-231",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The opened key does not belong to this kiosk's key file."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The key file was not changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Close Một Cửa, open it again and try once more. If it stays so, call the help desk.") },
    { ErrorCode::PackMalformed, "MC-301",
      QT_TRANSLATE_NOOP("ErrorCatalog", "A procedure file is not written as it must be, so this procedure cannot be used."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "No dossier was touched; dossiers already captured keep the version they were captured under."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask IT staff to put back the earlier file, or to mend the place that is named and try again.") },
    { ErrorCode::ProcedureUnknown, "MC-302",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This kiosk has no procedure with this code."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Choose a procedure from the list, or ask IT staff whether a newer procedure file is needed.") },
    { ErrorCode::DossierIncomplete, "MC-303",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier is not complete yet, so it was not submitted."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Everything entered so far is saved as a draft."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Open the review page: it lists everything that is missing at once. Fill it in and submit again.") },
    { ErrorCode::ComponentUnknown, "MC-390",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The procedure does not know this kind of paper."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was added and nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Choose one of the papers in the list of the procedure.") },
    { ErrorCode::PackNotKept, "MC-391",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The version of the procedure under which this dossier was captured cannot be found."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier itself is complete and safe."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask IT staff to install the procedure pack of that version again.") },
    { ErrorCode::PaperEmpty, "MC-401",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This file holds nothing."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Take or scan the picture again, then choose the new file.") },
    { ErrorCode::PaperTooLarge, "MC-402",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This file is larger than the counter accepts."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Scan again at 200 to 300 dpi, or split the document into parts and add them one by one.") },
    { ErrorCode::PaperKindUnknown, "MC-403",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This file is not a JPEG picture, a PNG picture or a PDF."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Take a photo of the paper, or scan it to JPEG, PNG or PDF, and add that file.") },
    { ErrorCode::PaperNotWhatItClaims, "MC-404",
      QT_TRANSLATE_NOOP("ErrorCatalog", "What is inside this file is not what its name says."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Open the file to see what it is and save it again under the right kind. If it came from a stranger, do not open it: take a photo of the paper.") },
    { ErrorCode::PaperBroken, "MC-405",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This file is damaged and cannot be read to its end."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Copy the file again from its source, or take a new photo of the paper.") },
    { ErrorCode::PaperEncrypted, "MC-406",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This PDF is locked with a password."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask for a copy without a password, or print it and scan the print.") },
    { ErrorCode::PaperTooManyPages, "MC-407",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This PDF has more pages than the counter accepts."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Keep only the pages that the procedure asks for, or add the document in several parts.") },
    { ErrorCode::PaperTooManyPixels, "MC-408",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This picture is too big to be opened safely."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Scan again at 200 to 300 dpi, or take the photo at an ordinary size.") },
    { ErrorCode::PaperActiveContent, "MC-409",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This PDF carries programs or other files inside it."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged; nothing inside the file was run."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask for a plain copy, or print it and scan the print.") },
    { ErrorCode::PaperIsPhonePhoto, "MC-410",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This is a HEIC photo, a kind of its own that some phones make."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "In the phone's camera settings choose “Most compatible” (JPEG) and take the photo again, or send the photo as JPEG.") },
    { ErrorCode::PaperIsOfficeFile, "MC-411",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This is a Word, Excel or similar office document."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Open it and save it as PDF, then add the PDF.") },
    { ErrorCode::PaperIsArchive, "MC-412",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This is a compressed file (ZIP, RAR or 7-Zip)."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Unpack it first, then add the pictures or PDFs inside one by one.") },
    { ErrorCode::PaperIsOtherPicture, "MC-413",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This is a picture of a kind that the portal does not take (WebP, BMP, GIF or TIFF)."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier and the papers already added are unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Open the picture and save it as JPEG or PNG, then add it again.") },
    { ErrorCode::PaperSigned, "MC-414",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This PDF carries a digital signature; turning its pages would break the signature."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The signed file is kept exactly as it is."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Leave it as it is: the portal can turn it for viewing. If the signature is not needed, print it and scan the print.") },
    { ErrorCode::PaperNotShown, "MC-415",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This page cannot be shown as a preview."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The paper itself is kept unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Choose another page or open the dossier again. If it stays, call the help desk with the local code of the dossier.") },
    { ErrorCode::PaperNotTurned, "MC-416",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This paper could not be turned."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The paper is kept the way it was."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Try again, or remove it and add a photo that stands upright.") },
    { ErrorCode::SlipNotMade, "MC-417",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The provisional slip could not be made."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier is saved and waits to be sent as before."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Try again from the page of the dossier. Until then write the local code down for the citizen by hand.") },
    { ErrorCode::PaperFileUnreadable, "MC-418",
      QT_TRANSLATE_NOOP("ErrorCatalog", "This file cannot be read."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was added; the dossier is unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check that the file still exists and the USB stick is still plugged in, then choose it again.") },
    { ErrorCode::SlipNotSaved, "MC-419",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The slip could not be saved as a file."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier is saved on this machine and not affected."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Choose another place, or check that the disk has free space. The slip can also be printed at once.") },
    { ErrorCode::SlipBeforeSubmission, "MC-490",
      QT_TRANSLATE_NOOP("ErrorCatalog", "There is no slip for this dossier yet, because it has not been submitted."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The draft is saved on this machine."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Complete and submit the dossier, then print the slip.") },
    { ErrorCode::PortalUnreachable, "MC-501",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal could not be reached: there is no connection, or it broke off."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "All dossiers are safe in the queue on this machine."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "You can go on working. Một Cửa tries again by itself as soon as a connection appears.") },
    { ErrorCode::PortalCertificateWrong, "MC-502",
      QT_TRANSLATE_NOOP("ErrorCatalog", "Something answered at the portal's address, but it could not prove that it is the province's portal."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was sent to it. All dossiers are safe in the queue on this machine."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "If this network has a sign-in page, sign in to it first. Check that the date and time of this machine are right. If the message stays, call IT staff.") },
    { ErrorCode::PortalSetupUnusable, "MC-503",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal's address or certificate file in this kiosk's settings cannot be used."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was sent. All dossiers are safe in the queue on this machine."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask IT staff to check the portal's address and the province's certificate file.") },
    { ErrorCode::PortalBusy, "MC-504",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal is busy and asked to try again later."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "All dossiers are safe in the queue on this machine."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "You can go on working. Một Cửa tries again by itself at the time that the portal named.") },
    { ErrorCode::PortalFault, "MC-505",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal answered in a way that this kiosk does not understand."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing from that answer was stored. All dossiers are safe in the queue on this machine."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "You can go on working. Một Cửa tries again by itself. If it lasts longer than a day, call IT staff.") },
    { ErrorCode::PortalUnauthorized, "MC-506",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal does not accept this kiosk."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "All dossiers are safe in the queue on this machine and will be sent once the kiosk is accepted."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Ask IT staff to renew this kiosk's access code.") },
    { ErrorCode::PortalRefusedDossier, "MC-507",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal did not accept this dossier."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier is unchanged on this machine; other dossiers go on being sent."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Open the dossier, read the portal's reason, correct the item it names and submit again.") },
    { ErrorCode::PortalConflict, "MC-508",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal already holds something else under this dossier's number."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was overwritten, here or at the portal."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Call IT staff before submitting again: two kiosks may have been set up from the same copy.") },
    { ErrorCode::PortalManifestDiffers, "MC-509",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal confirmed the dossier, but its list of papers or digests differs from ours."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier is not counted as received and stays whole on this machine."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Một Cửa asks again by itself. If the message stays, call IT staff and read out the number of the dossier.") },
    { ErrorCode::UploadRejected, "MC-510",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The portal did not take a paper of this dossier."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The paper and the dossier are safe on this machine; other dossiers go on being sent."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Một Cửa tries again by itself. If the message stays, call IT staff.") },
    { ErrorCode::OutboundFileDamaged, "MC-511",
      QT_TRANSLATE_NOOP("ErrorCatalog", "A paper of this dossier can no longer be read as it was stored."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The other papers and the form are unchanged, and the damaged paper was not sent."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Open the dossier, scan or import this paper again and submit again. Then tell IT staff: the disk may be failing.") },
    { ErrorCode::UsageWrong, "MC-601",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The command was not understood."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check the word shown below, or see “motcuactl --help”.") },
    { ErrorCode::FileUnreadable, "MC-602",
      QT_TRANSLATE_NOOP("ErrorCatalog", "A file named in the command cannot be read."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check that the file exists and that this user may read it.") },
    { ErrorCode::FileNotWritten, "MC-603",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The file could not be written."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "The dossier is safe; an older file of that name is unchanged."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Check the folder and the free space, then run the command again.") },
    { ErrorCode::PassphraseEmpty, "MC-604",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The passphrase file has no passphrase in its first line."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Put the passphrase into the first line of the file, or give - and type it.") },
    { ErrorCode::DataNotJson, "MC-605",
      QT_TRANSLATE_NOOP("ErrorCatalog", "The file with the answers is not a JSON object."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Nothing was created and nothing was changed."),
      QT_TRANSLATE_NOOP("ErrorCatalog", "Mend the file at the place shown below and run the command again.") },
};
// clang-format on

const Entry *find(ErrorCode code)
{
    for (const Entry &entry : entries) {
        if (entry.code == code)
            return &entry;
    }
    return nullptr;
}

QString translated(const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace

ErrorExplanation explain(const Error &error)
{
    const Entry *entry = find(error.code);
    Q_ASSERT_X(entry, "explain", "every code has an entry; tst_errorbook checks it");
    return { QString::fromLatin1(entry->id), translated(entry->happened), translated(entry->kept), translated(entry->next) };
}

QString errorId(ErrorCode code)
{
    const Entry *entry = find(code);
    return entry ? QString::fromLatin1(entry->id) : QString();
}

QList<ErrorCode> allErrorCodes()
{
    QList<ErrorCode> codes;
    for (const Entry &entry : entries)
        codes.append(entry.code);
    return codes;
}

QString explainInOneLine(const Error &error)
{
    const ErrorExplanation text = explain(error);
    QString line = u"%1 %2 %3 (%4)"_s.arg(text.happened, text.kept, text.next, text.id);
    if (!error.subject.isEmpty())
        line += u" [%1]"_s.arg(error.subject);
    return line;
}

} // namespace motcua
