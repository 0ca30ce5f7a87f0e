#pragma once

#include "core/base/result.h"
#include "ui/slip/pdfpage.h"

#include <QByteArray>

namespace motcua {

class ActionButton;
class TextLabel;
struct Dossier;

// After submitting: the provisional slip to read, print or keep, and what happens next in honest words. The PDF stays in memory unless
// somebody asks for a file.
class SlipPage final : public PdfPage
{
    Q_OBJECT

public:
    explicit SlipPage(const UiServices &services, ChooseFile choose = chooseFileByDialog(), QWidget *parent = nullptr);
    ~SlipPage() override;

    void open(const QString &dossierId);
    QString title() const override;

Q_SIGNALS:
    void papersRequested(const QString &dossierId);

private:
    QString fileName() const override { return m_localCode; }
    QString paperId() const override;
    void openAgain() override { open(m_id); }
    void fillSide();
    void showDossier(const Dossier &dossier);

    TextLabel *m_headline;
    TextLabel *m_state;
    TextLabel *m_code;
    TextLabel *m_steps;
};

} // namespace motcua
