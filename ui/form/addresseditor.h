#pragma once

#include "core/identity/unitsearch.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/formcontext.h"
#include "ui/form/searchbox.h"

class QCheckBox;
class QLineEdit;

namespace motcua {

class NoteLine;

// House and hamlet, and one search that finds commune with province, a province alone, or a unit by the name it had before 1/7/2025,
// which is kept as written; abroad house and country. What a name may also mean is said below, never decided silently.
class AddressEditor final : public FieldEditor
{
    Q_OBJECT

public:
    enum class AsWritten {
        No,
        Kept,  // the answer has a place for it: shown once there is something in it
        Asked, // always shown
    };
    AddressEditor(const FieldInfo &field, const FormContext &context, AsWritten asWritten, QWidget *parent = nullptr);

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
    void buildParts(bool keepsAsWritten);
    void listen();
    void showAsWritten();
    void showAbroad(bool abroad);
    QList<SearchItem> offered(const QString &typed);
    void unitChosen();
    void takeFormer(const UnitHit &former);
    void takeCommune(const QString &code);
    void askWhich(const QStringList &communes);
    void showNamesake();
    void showWritten();

    FormContext m_context;
    bool m_alwaysAsked;
    QString m_provinceCode;
    QString m_communeCode;
    QList<UnitHit> m_former; // past units offered last
    QStringList m_asking;    // successors of a divided unit, one of which is to be chosen
    SearchBox *m_unit;
    QLineEdit *m_detail;
    QLineEdit *m_asWritten = nullptr;
    SearchBox *m_country;
    QCheckBox *m_abroad;
    NoteLine *m_note;
};

} // namespace motcua
