#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "app/ctl/office.h"
#include "app/ctl/unlock.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<void> change(const ProfileFiles &files, const Arguments &arguments, KioskProfile &profile)
{
    if (!takeOfficeOptions(arguments, profile))
        return {};
    const Result<std::unique_ptr<ProfileLock>> lock = ProfileLock::take(files); // the kiosk reads its profile when it starts
    return lock ? saveProfile(files, profile) : passOn(lock);
}

} // namespace

bool takeOfficeOptions(const Arguments &arguments, KioskProfile &profile)
{
    bool given = false;
    for (const auto &[option, text] :
         { std::pair { u"office-phone"_s, &profile.officePhone }, std::pair { u"office-hours"_s, &profile.officeHours },
           std::pair { u"office-address"_s, &profile.officeAddress } }) {
        if (!arguments.has(option))
            continue;
        *text = arguments.value(option).simplified().normalized(QString::NormalizationForm_C);
        given = true;
    }
    return given;
}

ExitCode officeVerb(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const ProfileFiles files = profileFiles(arguments);
    Result<KioskProfile> profile = loadProfile(files);
    if (!profile)
        return report(profile.error(), json);
    if (const Result<void> changed = change(files, arguments, *profile); !changed)
        return report(changed.error(), json);
    if (json)
        printJson(QJsonObject { { "phone"_L1, profile->officePhone },
                                { "hours"_L1, profile->officeHours },
                                { "address"_L1, profile->officeAddress } });
    else
        for (const QString &line : { profile->officePhone, profile->officeHours, profile->officeAddress })
            printLine(line);
    return ExitCode::Ok;
}

} // namespace motcua
