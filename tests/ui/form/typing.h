#pragma once

#include <QApplication>
#include <QKeyEvent>
#include <QTest>
#include <QWidget>

// The keyboard of a person: whatever has the cursor gets the keys, Vietnamese letters too.
namespace typing {

inline void text(const QString &words)
{
    for (const QChar letter : words) {
        QWidget *target = QApplication::focusWidget();
        if (!target)
            qFatal("nothing has the cursor");
        const int key = letter.unicode() < 128 ? letter.toUpper().unicode() : 0;
        for (const QEvent::Type type : { QEvent::KeyPress, QEvent::KeyRelease }) {
            QKeyEvent event(type, key, Qt::NoModifier, QString(letter));
            QApplication::sendEvent(target, &event);
        }
    }
}

inline void key(Qt::Key which, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *target = QApplication::focusWidget();
    if (!target)
        qFatal("nothing has the cursor");
    QTest::keyClick(target, which, modifiers);
}

inline void enter()
{
    key(Qt::Key_Return);
}

inline void line(const QString &words)
{
    text(words);
    enter();
}

} // namespace typing
