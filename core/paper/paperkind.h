#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

// What a file is by its first bytes. The kinds below Pdf are recognised only to say clearly why they are refused.
enum class PaperKind { Unknown, Jpeg, Png, Pdf, PhonePhoto, OfficeFile, Archive, OtherPicture };

PaperKind paperKind(const QByteArray &content);

// What a file name promises: Jpeg, Png, Pdf or Unknown. Upper case and a leading dot are fine.
PaperKind paperKindOfSuffix(const QString &suffix);

QString mediaTypeOf(PaperKind kind); // of Jpeg, Png and Pdf; empty for the others
PaperKind paperKindOfMediaType(const QString &mediaType);

} // namespace motcua
