#pragma once

class QVBoxLayout;
class QWidget;

namespace motcua {

// Fills `page` with a scrolling column, 24-px margins and at most `maxWidth` logical px wide, so that a page also works at 200 % scale.
// Whatever gets the focus inside is scrolled into view.
QVBoxLayout *makeScrollBody(QWidget *page, int maxWidth);

} // namespace motcua
