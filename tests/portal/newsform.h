#pragma once

#include "tests/portal/reception.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace portal {

using FormFields = std::map<std::string, std::string>;

// The part of the web page's form that is more than a status: what is asked for, a message, a file that goes back.
std::string newsInputs(const std::filesystem::path &resultFolder);

// Nothing: a field cannot be used. Files that are chosen are stored first.
std::optional<Ledger::News> readNews(const FormFields &fields, Reception &reception, const std::filesystem::path &resultFolder);

// Notes go into JSON, so they must be UTF-8; control characters have no place in one line.
bool isOneLine(const std::string &text, std::size_t most);
std::string escapeHtml(std::string_view text);

} // namespace portal
