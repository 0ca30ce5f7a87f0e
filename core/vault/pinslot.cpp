#include "core/vault/pinslot.h"

#include "core/vault/keywrap.h"
#include "core/vault/stretch.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr KdfCost pinCost { 64, 3 };
constexpr std::size_t fewestDigits = 6;
constexpr std::size_t mostDigits = 12;
constexpr int fewestDifferent = 3;

QString keychainEntry(const QByteArray &entry)
{
    return u"motcua/pin-secret/"_s + QString::fromLatin1(entry.toHex());
}

Secret wrappingKeyOf(const Secret &stretchedPin, const Secret &deviceSecret)
{
    return hashed("motcua-pin-kek", { viewOf(stretchedPin), viewOf(deviceSecret) });
}

// The entry's name is made from what lies in it, so that a keychain that gives something else is not mistaken for a wrong PIN.
QByteArray entryOf(const Secret &deviceSecret)
{
    return openHash("motcua-pin-entry", { viewOf(deviceSecret) }, keyBytes).first(8);
}

// 123456, 987654, 222222, 112233: every step the same, or every second one and nothing between.
bool isRow(const unsigned char *digits, std::size_t size, std::size_t stride)
{
    const int step = digits[stride] - digits[0];
    if (step < -1 || step > 1)
        return false;
    for (std::size_t i = stride; i < size; ++i) {
        const int here = digits[i] - digits[i - stride];
        if (here != step && here != step - 10 * step) // 789012 goes round
            return false;
    }
    return true;
}

bool isRepetition(const unsigned char *digits, std::size_t size)
{
    for (std::size_t period = 1; period <= size / 2; ++period) {
        bool same = true;
        for (std::size_t i = period; same && i < size; ++i)
            same = digits[i] == digits[i - period];
        if (same)
            return true;
    }
    return false;
}

} // namespace

bool isUsablePin(const Secret &pin)
{
    const unsigned char *digits = pin.data();
    const std::size_t size = pin.size();
    if (size < fewestDigits || size > mostDigits)
        return false;
    std::array<bool, 10> seen {};
    for (std::size_t i = 0; i < size; ++i) {
        if (digits[i] < '0' || digits[i] > '9')
            return false;
        seen.at(std::size_t(digits[i] - '0')) = true;
    }
    const auto different = std::count(seen.begin(), seen.end(), true);
    return different >= fewestDifferent && !isRow(digits, size, 1) && !isRow(digits, size, 2) && !isRepetition(digits, size);
}

Result<KeySlot> makePinSlot(const KeySlot &person, const Secret &masterKey, const Secret &pin, SecretStore &keychain)
{
    if (!isUsablePin(pin))
        return fail(ErrorCode::PinTooSimple, person.login);
    KeySlot slot;
    slot.type = KeySlot::pinType;
    slot.login = person.login;
    slot.role = person.role;
    slot.keyId = keyIdOf(masterKey);
    slot.cost = pinCost;
    slot.salt = newSalt();
    const Result<Secret> stretchedPin = stretched(pin, slot.salt, slot.cost, slot.login);
    if (!stretchedPin)
        return passOn(stretchedPin);
    // A name of its own each time: what lies in the keychain is never written over, so a cut leaves the earlier PIN working.
    const Secret deviceSecret = Secret::random(keyBytes);
    slot.entry = entryOf(deviceSecret);
    if (const Result<void> kept = keychain.write(keychainEntry(slot.entry), deviceSecret); !kept)
        return passOn(kept);
    wrap(slot, masterKey, wrappingKeyOf(*stretchedPin, deviceSecret));
    return slot;
}

Result<Secret> openPinSlot(const KeySlot &slot, const Secret &pin, SecretStore &keychain)
{
    const Result<Secret> deviceSecret = keychain.read(keychainEntry(slot.entry));
    if (!deviceSecret)
        return pinUnavailable(slot.login, deviceSecret.error().detail);
    if (entryOf(*deviceSecret) != slot.entry)
        return pinUnavailable(slot.login, u"the keychain's secret does not fit"_s);
    const Result<Secret> stretchedPin = stretched(pin, slot.salt, slot.cost, slot.login);
    if (!stretchedPin)
        return passOn(stretchedPin);
    std::optional<Secret> masterKey = unwrappedMaster(slot, wrappingKeyOf(*stretchedPin, *deviceSecret), slot.keyId);
    if (!masterKey)
        return fail(ErrorCode::WrongPin, slot.login);
    return std::move(*masterKey);
}

tl::unexpected<Error> pinUnavailable(const QString &login, const QString &why)
{
    return fail(ErrorCode::PinUnavailable, login, why);
}

} // namespace motcua
