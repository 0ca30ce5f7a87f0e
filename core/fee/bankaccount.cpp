#include "core/fee/bankaccount.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype longestNumber = 19;
constexpr qsizetype longestHolder = 70;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isDigitOrCapital(QChar c)
{
    return isDigit(c) || (c >= u'A' && c <= u'Z');
}

} // namespace

Result<BankAccount> checkedAccount(const BankAccount &account)
{
    const bool bin = account.bin.size() == 6 && std::all_of(account.bin.cbegin(), account.bin.cend(), isDigit);
    const bool number = !account.number.isEmpty() && account.number.size() <= longestNumber
                        && std::all_of(account.number.cbegin(), account.number.cend(), isDigitOrCapital);
    const bool holder = !account.holder.trimmed().isEmpty() && account.holder.size() <= longestHolder;
    if (!bin || !number || !holder)
        return fail(ErrorCode::PaymentAccountUnusable, !bin ? u"bin"_s : !number ? u"account"_s : u"holder"_s);
    return account;
}

QString toStored(const BankAccount &account)
{
    const QJsonObject json { { "bin"_L1, account.bin }, { "account"_L1, account.number }, { "holder"_L1, account.holder } };
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

BankAccount bankAccountFromStored(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    return { json.value("bin"_L1).toString(), json.value("account"_L1).toString(), json.value("holder"_L1).toString() };
}

} // namespace motcua
