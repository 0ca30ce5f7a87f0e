#pragma once

#include "core/dossier/fromportal.h"
#include "ui/slip/pdfpage.h"

namespace motcua {

class TextLabel;

// A result of the portal: read it from memory, print it or keep it as a file, each written into the journal of the dossier.
class ResultPage final : public PdfPage
{
    Q_OBJECT

public:
    explicit ResultPage(const UiServices &services, ChooseFile choose = chooseFileByDialog(), QWidget *parent = nullptr);

    void open(const QString &dossierId, const QString &resultId);
    QString title() const override;

private:
    QString fileName() const override;
    QString paperId() const override { return m_result; }
    void openAgain() override { open(m_id, m_result); }
    QFuture<Result<void>> noteTaken() override;
    void showContent(const QString &mediaType);
    void showPicture(const QByteArray &content, const QString &mediaType);

    QString m_result;
    QString m_name;
    TextLabel *m_person;
    TextLabel *m_file;
};

} // namespace motcua
