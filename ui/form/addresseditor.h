#pragma once

#include "ui/form/fieldeditor.h"
#include "ui/form/formcontext.h"

class QCheckBox;
class QLineEdit;

namespace motcua {

class SearchBox;

// House and hamlet, commune, province; or house and country. The commune is found in the whole country while no province is chosen,
// and brings its province along, so most addresses are one search.
class AddressEditor final : public FieldEditor
{
    Q_OBJECT

public:
    AddressEditor(const FieldInfo &field, const FormContext &context, bool askAsWritten, QWidget *parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    QList<QWidget *> inputs() const override;
    QList<QWidget *> stops() const override;
    QWidget *focusTarget(const QString &pointer = {}) const override;
    QString pointerOf(QWidget *input) const override;
    void commit() override;
    void setTitle(const QString &title, bool required) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *part(const QString &caption, QWidget *input);
    void showAbroad(bool abroad);
    void offerCommunes();

    FormContext m_context;
    SearchBox *m_province;
    SearchBox *m_commune;
    QLineEdit *m_detail;
    QLineEdit *m_asWritten = nullptr;
    SearchBox *m_country;
    QCheckBox *m_abroad;
    QString m_offeredProvince = QStringLiteral("?"); // whose communes the list holds now
};

} // namespace motcua
