#pragma once

#include "tests/portal/http.h"
#include "tests/portal/ledger.h"

#include <string>

namespace portal {

// What arrived, for people: a list and a form to move a dossier to its next status. Shows no name and no form.
class WebPage
{
public:
    WebPage(Ledger &ledger, std::string name);

    void show(const Exchange &exchange);
    void moveStatus(const Exchange &exchange, const std::string &dossierId);
    static void style(const Exchange &exchange);

private:
    void fail(const Exchange &exchange, int status, const std::string &text) const;
    std::string document(const std::string &body) const;
    std::string receivedRow(const DossierLine &line) const;
    std::string branchRow(const DossierLine &line, const BranchLine &branch) const;
    std::string moveForm(const DossierLine &line, const std::string &branch, int present) const; // empty branch: the dossier

    Ledger &m_ledger;
    std::string m_name;
    std::string m_formToken; // of this start: a page of another site cannot know it
};

} // namespace portal
