#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace motcua {

// One screen inside the main window. Built when first needed and deleted at sign-out, so nobody's data stay behind on a locked kiosk.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Where the person is, for the window title and for screen readers.
    virtual QString title() const = 0;

    // Called each time the page comes into view: refresh, put the focus on the first thing to do.
    virtual void enter() {}

    // Called before another page takes its place. Must call `proceed` once what was typed is safe, at once or later; not calling it keeps the page.
    virtual void leave(const std::function<void()> &proceed) { proceed(); }

    // The kiosk is locked: as leave(), but whoever comes back finds the same place again.
    virtual void putAway(const std::function<void()> &proceed) { leave(proceed); }

    // Esc. True when the page itself went one step back.
    virtual bool stepBack() { return false; }

    // F3. True when the page has a search field and put the focus there.
    virtual bool focusSearch() { return false; }

Q_SIGNALS:
    void titleChanged();
};

} // namespace motcua
