#include "ui/form/formoffers.h"

#include "core/base/clock.h"
#include "core/identity/personalid.h"
#include "core/procedure/answertext.h"
#include "core/procedure/compiledpack.h"
#include "core/procedure/partialdate.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formview.h"
#include "ui/form/offerpanel.h"
#include "ui/widgets/card.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString wordsOf(const PersonQuestion &question)
{
    return question.personalId.isEmpty() ? question.name + u'|' + question.birthDate : question.personalId;
}

// Only what is whole is worth a look into other people's dossiers.
PersonQuestion questionFrom(const QJsonObject &person)
{
    PersonQuestion question;
    const QString number = person.value("personalId"_L1).toString();
    const QString birthDate = person.value("birthDate"_L1).toString();
    if (isPersonalId(number))
        question.personalId = number;
    if (partialDateFromStored(birthDate)) {
        question.birthDate = birthDate;
        question.name = person.value("name"_L1).toString().trimmed();
    }
    return question;
}

} // namespace

FormOffers::FormOffers(FormView &form, const FormContext &context)
    : QObject(&form)
    , m_form(form)
    , m_context(context)
{
}

void FormOffers::refresh()
{
    QSet<QString> offered;
    const QJsonObject &answers = m_form.lastState().answers;
    for (const PrefillOffer &one : prefillOffers(*m_context.pack, answers)) {
        if (offered.contains(one.to))
            continue;
        offered.insert(one.to);
        offer(one.to, one.title, one.answers);
    }
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it) {
        const QJsonObject person = valueAt(answers, it.key()).toObject();
        if (offered.contains(it.key()) || wordsOf(questionFrom(person)) != wordsOf(it->question))
            continue;
        const QList<OfferedAnswer> known = answersToTake(*m_context.pack, answers, it->earlier.person, it.key());
        if (known.isEmpty())
            continue;
        offered.insert(it.key());
        offer(it.key(),
              tr("An earlier dossier knows this person (%1, %2).")
                  .arg(it->earlier.localCode, toLegalTime(it->earlier.capturedAt).toString(u"dd/MM/yyyy"_s)),
              known);
    }
    for (auto it = m_panels.cbegin(); it != m_panels.cend(); ++it) {
        if (!offered.contains(it.key()) && it.value()->isOffering())
            it.value()->clear();
    }
    askAboutPersons();
}

void FormOffers::offer(const QString &to, const QString &sentence, const QList<OfferedAnswer> &answers)
{
    OfferPanel *panel = panelAt(to);
    if (!panel)
        return;
    QList<OfferPanel::Line> lines;
    for (const OfferedAnswer &answer : answers) {
        const FieldInfo *field = m_context.pack->compiled->fieldOf(answer.pointer);
        if (!m_form.isOpenAt(answer.pointer) || !field)
            continue;
        lines.append({ answer, answerText(*field, answer.value, *m_context.units, m_context.countries) });
    }
    if (lines.isEmpty())
        return panel->clear();
    panel->offer(sentence, lines);
    if (panel->offered() == m_skipped.value(to))
        panel->clear();
}

// Before the first field that would be filled, inside its card.
OfferPanel *FormOffers::panelAt(const QString &pointer)
{
    if (OfferPanel *known = m_panels.value(pointer))
        return known;
    QWidget *at = m_form.builtRow(pointer); // else the offer waits until somebody looks at its step
    Card *card = nullptr;
    while (at && !(card = qobject_cast<Card *>(at->parentWidget())))
        at = at->parentWidget();
    if (!card)
        return nullptr;
    auto *panel = new OfferPanel(card);
    card->body()->insertWidget(std::max(0, card->body()->indexOf(at)), panel);
    connect(panel, &OfferPanel::taken, this, [this, pointer](const QList<OfferedAnswer> &answers) { take(pointer, answers); });
    connect(panel, &OfferPanel::undone, this, [this, pointer] { undo(pointer); });
    connect(panel, &OfferPanel::skipped, this, [this, pointer] { skip(pointer); });
    m_panels.insert(pointer, panel);
    return panel;
}

OfferPanel *FormOffers::panelFor(const QString &pointer) const
{
    return m_panels.value(pointer);
}

void FormOffers::take(const QString &to, const QList<OfferedAnswer> &answers)
{
    // The panel lets go of its own while the form changes. NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    const QList<OfferedAnswer> taken = answers;
    QList<OfferedAnswer> &before = m_before[to];
    before.clear();
    for (const OfferedAnswer &answer : taken)
        before.append({ answer.pointer, answer.label, valueAt(m_form.answers(), answer.pointer) });
    m_form.setValues(taken);
    OfferPanel *panel = m_panels.value(to);
    if (!panel->isOffering())
        panel->showTaken(tr("%n answer(s) taken over. Please compare them with the papers.", nullptr, int(taken.size())));
}

void FormOffers::undo(const QString &to)
{
    m_panels.value(to)->clear();
    m_form.setValues(m_before.take(to));
}

void FormOffers::skip(const QString &to)
{
    OfferPanel *panel = m_panels.value(to);
    m_skipped.insert(to, panel->offered());
    panel->clear();
}

QString FormOffers::firstInView() const
{
    QString first;
    int highest = 0;
    for (auto it = m_panels.cbegin(); it != m_panels.cend(); ++it) {
        const int y = it.value()->mapTo(&m_form, QPoint(0, 0)).y();
        if (it.value()->isVisible() && it.value()->isOffering() && (first.isEmpty() || y < highest)) {
            first = it.key();
            highest = y;
        }
    }
    return first;
}

bool FormOffers::takeFirst()
{
    const QString first = firstInView();
    if (!first.isEmpty())
        take(first, QList<OfferedAnswer>(m_panels.value(first)->answers()));
    return !first.isEmpty();
}

bool FormOffers::skipFirst()
{
    const QString first = firstInView();
    if (!first.isEmpty())
        skip(first);
    return !first.isEmpty();
}

void FormOffers::askAboutPersons()
{
    const QJsonObject persons = m_context.pack->json.value("persons"_L1).toObject();
    for (const auto &one : persons) {
        const QString person = one.toString();
        const PersonQuestion question = questionFrom(valueAt(m_form.lastState().answers, person).toObject());
        const QString words = wordsOf(question);
        if (question.isEmpty() || m_asked.value(person) == words)
            continue;
        m_asked.insert(person, words);
        Q_EMIT personNamed(person, question);
    }
}

void FormOffers::showEarlier(const QString &person, const PersonQuestion &question, const EarlierPerson &earlier)
{
    m_known.insert(person, { question, earlier });
    refresh();
}

} // namespace motcua
