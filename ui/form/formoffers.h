#pragma once

#include "core/counter/earlierperson.h"
#include "core/procedure/prefill.h"
#include "ui/form/formcontext.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

namespace motcua {

class FormView;
class OfferPanel;

// "Known once, asked once" on the form: shows what the pack offers to copy and what earlier dossiers know, at the top of the group it
// would fill. Nothing is filled without a key or a click; what was taken can be undone until the next offer there.
class FormOffers final : public QObject
{
    Q_OBJECT

public:
    FormOffers(FormView &form, const FormContext &context);

    void refresh();   // after an evaluation
    bool takeFirst(); // the first offer of the step in view; false when there is none
    bool skipFirst(); // the same, but it is put aside until it offers something else
    void showEarlier(const QString &person, const PersonQuestion &question, const EarlierPerson &earlier);
    OfferPanel *panelFor(const QString &pointer) const; // nullptr when nothing was ever offered there

Q_SIGNALS:
    void personNamed(const QString &person, const motcua::PersonQuestion &question); // somebody new stands at this pointer

private:
    struct Known
    {
        PersonQuestion question;
        EarlierPerson earlier;
    };
    OfferPanel *panelAt(const QString &pointer);
    void offer(const QString &to, const QString &sentence, const QList<OfferedAnswer> &answers);
    void take(const QString &to, const QList<OfferedAnswer> &answers);
    void undo(const QString &to);
    void skip(const QString &to);
    QString firstInView() const; // where it would fill; empty when nothing is offered there
    void askAboutPersons();

    FormView &m_form;
    FormContext m_context;
    QHash<QString, OfferPanel *> m_panels; // by the pointer that would be filled
    QHash<QString, QList<OfferedAnswer>> m_before;
    QHash<QString, QString> m_skipped; // what was offered there and put aside
    QHash<QString, QString> m_asked;   // by person: what was asked last
    QHash<QString, Known> m_known;
};

} // namespace motcua
