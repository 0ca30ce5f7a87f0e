#pragma once

#include "core/identity/account.h"

#include <optional>
#include <span>

namespace motcua {

// What people do at a kiosk, as far as their role decides it. Nobody signed in (motcuactl with the keychain) is a doer of its own.
enum class Deed {
    List,     // lists and numbers
    Read,     // what a dossier says: answers, papers, results, what the portal wrote
    Begin,    // a new dossier
    Edit,     // answers and papers of one that may be edited
    HandOver, // a draft of one's own to the officers
    TakeOver, // a sealed or strange draft, by an officer
    Submit,   // into the queue
    Withdraw,
    Note,          // told the citizen, declared a payment
    Deliver,       // orders to the queue
    Print,         // papers of one dossier
    TakeOut,       // a dossier leaves the machine as a file for somebody else
    PrintMany,     // papers over many people
    FeeAccount,    // where fees are paid to
    SetUp,         // what may be sent, whose receipts are believed
    People,        // who may sign in
    CheckJournal,  // whether the log of acts is whole; the day report
    ExportJournal, // its rows, for an inspector
};

enum class Reach { None, Own, All };

struct RightsRow
{
    Deed deed;
    Reach officer;
    Reach teamMember;
    Reach itStaff;
    Reach nobody;
    bool asksAgain; // PIN or passphrase once more, just before
};

// domain.md 6 (need to know) and issue 5: team members see their own dossiers, and drafts until they are handed over; IT staff see no
// personal data at all. The one table of the product; docs/people.md prints it.
std::span<const RightsRow> rightsTable();

// How a dossier stands to the person who asks.
struct DossierStanding
{
    bool isOwn = false;    // this person began it and has not handed it over
    bool isSealed = false; // may be edited by its state, but whoever began it may no longer sign in
};

enum class Permission { Granted, RoleForbids, Sealed, AskAgain };

Reach reachOf(const Account &who, Deed deed); // empty login: nobody signed in
// `about` empty: concerns no dossier. `confirmed`: the person has just given the PIN or the passphrase once more. Pure.
Permission permissionFor(const Account &who, Deed deed, const std::optional<DossierStanding> &about, bool confirmed);

// Lists show codes, states and sizes only.
bool seesNoPersonalData(const Account &who);

} // namespace motcua
