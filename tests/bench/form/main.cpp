// What a form costs, beside a plain Qt form of the same fields: opening it, going to the step that takes longest, all steps together
// (they are built when first looked at), and what one key starts (derive, rules, validation; then the widgets that follow). bench_form [CODE…]: prints one line per shipped pack; exit 1 when a keystroke's pass takes a frame (16 ms) or more.
#include "core/identity/administrativeunits.h"
#include "core/procedure/compiledpack.h"
#include "core/procedure/derive.h"
#include "core/procedure/prefill.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFormLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr int rounds = 9;
constexpr int keystrokes = 60;
constexpr double frameMs = 16;
const QDate today(2026, 11, 22);

double median(const std::function<void()> &work, int times)
{
    QList<double> took;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        took.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(took.begin(), took.end());
    return took.at(took.size() / 2);
}

// Fit to be validated: every choice made, every text present, lists of three rows.
QJsonValue some(const FieldInfo &field)
{
    if (!field.choices.isEmpty())
        return field.choices.last().value;
    if (field.type == "boolean"_L1)
        return true;
    if (field.type == "integer"_L1 || field.type == "number"_L1)
        return 3;
    if (field.format == "address"_L1)
        return QJsonObject {
            { u"country"_s, u"VN"_s }, { u"province"_s, u"75"_s }, { u"commune"_s, u"25231"_s }, { u"detail"_s, u"Thôn 3"_s }
        };
    if (field.format == "personalId"_L1)
        return u"070195000123"_s;
    if (field.format == "date"_L1 || field.format == "partialDate"_L1)
        return u"1995-03-14"_s;
    return u"Điểu Thị Mai"_s;
}

QJsonObject filled(const ProcedurePack &pack)
{
    QJsonObject data = initialData(pack);
    for (const FieldInfo &field : pack.compiled->fields()) {
        const RowForm *form = pack.compiled->rowForm(field.pointer);
        if (!form) {
            setValueAt(data, field.pointer, some(field));
            continue;
        }
        QJsonObject row;
        for (const FieldInfo &column : form->columns)
            setValueAt(row, column.pointer, some(column));
        setValueAt(data, field.pointer, QJsonArray { row, row, row });
    }
    return data;
}

void openPlain(const ProcedurePack &pack)
{
    QScrollArea area;
    auto *page = new QWidget;
    auto *layout = new QFormLayout(page);
    const auto add = [&](const FieldInfo &field) {
        if (!field.choices.isEmpty()) {
            auto *box = new QComboBox;
            for (const Choice &choice : field.choices)
                box->addItem(choice.title);
            layout->addRow(field.title, box);
        } else if (field.type == "boolean"_L1) {
            layout->addRow(new QCheckBox(field.title));
        } else {
            for (int part = field.format == "address"_L1 ? 3 : 1; part > 0; --part)
                layout->addRow(field.title, new QLineEdit);
        }
    };
    for (const FieldInfo &field : pack.compiled->fields()) {
        if (const RowForm *form = pack.compiled->rowForm(field.pointer))
            std::for_each(form->columns.cbegin(), form->columns.cend(), add);
        else
            add(field);
    }
    area.setWidget(page);
    area.resize(1100, 700);
    area.show();
    QApplication::processEvents();
}

std::unique_ptr<FormView> openForm(const PackPtr &pack, const AdministrativeUnits &units)
{
    auto form = std::make_unique<FormView>(pack, FormContext { &units, u"25231"_s, countriesOf(*pack), today });
    form->resize(1100, 700);
    form->setAnswers(initialData(*pack));
    form->show();
    form->showStep(0);
    QApplication::processEvents();
    return form;
}

struct StepTimes
{
    double longest = 0; // of the steps after the first
    double all = 0;     // the first one included
};

StepTimes timeSteps(const PackPtr &pack, const AdministrativeUnits &units)
{
    StepTimes times;
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<FormView> form = openForm(pack, units);
    times.all = double(timer.nsecsElapsed()) / 1e6;
    for (int step = 1; step < form->steps().size(); ++step) {
        timer.start();
        form->showStep(step);
        QApplication::processEvents();
        const double took = double(timer.nsecsElapsed()) / 1e6;
        times.all += took;
        times.longest = std::max(times.longest, took);
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, Theme());
    const Result<PackCatalog> catalog = PackCatalog::shipped();
    if (!catalog)
        return 2;
    const AdministrativeUnits units;
    (void)units.provinces();
    bool tooSlow = false;
    std::printf("%-10s %6s %9s %9s %6s %9s %9s %9s %9s\n", "pack", "fields", "open ms", "plain ms", "ratio", "step ms", "all ms",
                "pass ms", "key ms");
    const QStringList wanted = QCoreApplication::arguments().mid(1); // codes; none = all
    for (const PackPtr &pack : catalog->all()) {
        if (!wanted.isEmpty() && !wanted.contains(pack->code))
            continue;
        openForm(pack, units);
        const double plain = median([&] { openPlain(*pack); }, rounds);
        const double open = median([&] { openForm(pack, units); }, rounds);
        const StepTimes steps = timeSteps(pack, units);
        QJsonObject data = filled(*pack);
        const QJsonObject before = derive(*pack, data, today);
        const double pass = median([&] { evaluateForm(*pack, derive(*pack, data, today, &before), {}, today); }, keystrokes);
        const std::unique_ptr<FormView> form = openForm(pack, units);
        form->setAnswers(data);
        const QString name = pack->applicantPointer;
        int count = 0;
        const double key = median(
            [&] {
                form->setValues({ OfferedAnswer { name, {}, u"Điểu Thị Mai"_s + QString(count++ % 9, u'a') } });
            },
            keystrokes);
        qsizetype fields = pack->compiled->fields().size();
        for (const FieldInfo &field : pack->compiled->fields()) {
            if (const RowForm *rows = pack->compiled->rowForm(field.pointer))
                fields += rows->columns.size() - 1;
        }
        tooSlow = tooSlow || pass >= frameMs;
        std::printf("%-10s %6d %9.1f %9.1f %6.2f %9.1f %9.1f %9.2f %9.2f\n", qPrintable(pack->code), int(fields), open, plain,
                    open / plain, steps.longest, steps.all, pass, key);
    }
    std::printf("%s\n",
                tooSlow ? "a keystroke's pass takes a frame or more" : "every keystroke's pass stays under a frame (16 ms)");
    return tooSlow ? 1 : 0;
}
