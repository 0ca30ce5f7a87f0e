#pragma once

#include <QString>

namespace motcua {

enum class Role { Officer, TeamMember, ItStaff };

// A person who may sign in. The login is a short name of the post, not of the person; it lies in the clear in the slot file.
struct Account
{
    QString login;       // "congchuc1": lower-case ASCII letters and digits
    QString displayName; // in the encrypted store only; empty until the store is open
    Role role = Role::Officer;
    bool isDisabled = false; // may not sign in; in the encrypted store only

    bool operator==(const Account &) const = default;
};

// The word under which a role is kept, in the database and in the slot file. An unknown one, of a later version, has the least rights.
QString toStored(Role role);
Role roleFromStored(const QString &word);

} // namespace motcua
