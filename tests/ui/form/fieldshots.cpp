// Draws tables, addresses and offers into PNG files, to be looked at: motcua_fieldshots DIR [WIDTH HEIGHT] [contrast].
#include "core/identity/administrativeunits.h"
#include "tests/ui/form/typing.h"
#include "ui/form/formoffers.h"
#include "ui/form/formview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace motcua;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QTranslator texts;
    if (texts.load(u":/translations/motcua_vi.qm"_s))
        QCoreApplication::installTranslator(&texts);
    const QStringList arguments = QCoreApplication::arguments();
    const QString folder = arguments.value(1, u"."_s);
    const QSize size(arguments.value(2, u"900"_s).toInt(), arguments.value(3, u"620"_s).toInt());
    QDir().mkpath(folder);
    applyTheme(application, Theme(arguments.contains(u"contrast"_s) ? ThemeKind::HighContrast : ThemeKind::Light));
    const AdministrativeUnits units;
    const PackCatalog catalog = *PackCatalog::shipped();
    const auto open = [&](const QString &code, const QList<std::pair<QString, QJsonValue>> &answers, const QString &focus) {
        const PackPtr pack = catalog.newest(code);
        auto form = std::make_unique<FormView>(pack, FormContext { &units, u"25231"_s, countriesOf(*pack), QDate(2026, 11, 22) });
        form->setAutoFillBackground(true);
        form->resize(size);
        QJsonObject data = initialData(*pack);
        for (const auto &[pointer, value] : answers)
            setValueAt(data, pointer, value);
        form->setAnswers(data);
        form->show();
        (void)QTest::qWaitForWindowActive(form.get());
        if (form->stepOf(focus) >= 0)
            form->showStep(form->stepOf(focus));
        form->focusField(focus);
        return form;
    };
    const auto shoot = [&](FormView &form, const QString &name) {
        QTest::qWait(400);
        form.grab().save(u"%1/%2.png"_s.arg(folder, name));
    };
    const QList<std::pair<QString, QJsonValue>> mother { { u"/case/kind"_s, u"usual"_s },
                                                         { u"/requester/relation"_s, u"mother"_s },
                                                         { u"/requester/name"_s, u"Điểu Thị Mai"_s },
                                                         { u"/requester/personalId"_s, u"070195000123"_s },
                                                         { u"/requester/birthDate"_s, u"1995-03-14"_s } };
    {
        const QJsonArray members { QJsonObject { { u"name"_s, u"Điểu Thị Mai"_s }, { u"birthDate"_s, u"1987-09-05"_s } },
                                   QJsonObject { { u"name"_s, u"Giàng A Páo"_s }, { u"personalId"_s, u"0701"_s } } };
        auto form = open(u"1.004222"_s, { { u"/members"_s, members } }, u"/members/1/personalId"_s);
        form->reveal(form->currentStep());
        shoot(*form, u"1-table"_s);
        typing::key(Qt::Key_Delete, Qt::ControlModifier);
        shoot(*form, u"2-table-removed"_s);
    }
    {
        auto form = open(u"1.001193"_s, mother, u"/requester/residence/commune"_s);
        typing::text(u"an loc"_s);
        shoot(*form, u"3-address-search"_s);
        typing::enter();
        shoot(*form, u"4-address-namesake"_s);
        form->focusField(u"/requester/residence/commune"_s);
        typing::text(u"phuong an loc thi xa"_s);
        typing::enter();
        shoot(*form, u"5-address-former"_s);
    }
    {
        auto form = open(u"1.001193"_s, mother, u"/mother/name"_s);
        shoot(*form, u"6-offer"_s);
        form->offers().takeFirst();
        shoot(*form, u"7-offer-taken"_s);
    }
    return 0;
}
