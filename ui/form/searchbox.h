#pragma once

#include <QJsonValue>
#include <QLineEdit>
#include <QPointer>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

class QListWidget;

namespace motcua {

// One thing that can be found by typing. The search texts are folded once, when the list is made.
struct SearchItem
{
    QJsonValue value;
    QString title;
    QString alsoKnownAs; // found, not shown
    QString hint;        // shown after the title in the list: "Thành phố Đồng Nai"
};

// A field that finds one of many by the beginnings of its words, without tone marks: "da kia" finds "Xã Đa Kia". The list is a
// child of the window, not a window of its own, so the keyboard never leaves the field.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    // Finds by itself in a list too large or too clever for this box; nothing typed asks for what is likely.
    using Source = std::function<QList<SearchItem>(const QString &typed)>;

    void setItems(const QList<SearchItem> &items); // first ones are offered first; keeps the choice when it is still among them
    void setSource(Source source);                 // instead of items; the choice is then given by setChoice()
    void setChoice(const std::optional<SearchItem> &item); // does not emit chosen()
    QJsonValue value() const;                              // undefined = nothing chosen
    void setValue(const QJsonValue &value);                // does not emit chosen()
    void commit(); // takes the marked item, or puts the last choice back when nothing fits
    void openList();
    bool listIsOpen() const;
    QStringList offered() const; // titles in the open list, for tests and assistive technology

Q_SIGNALS:
    void chosen(); // also when the choice was cleared

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        SearchItem item;
        QString key;  // folded
        QString name; // the other name, folded
    };
    QList<SearchItem> ranked(const QString &text) const;
    void fillList(const QString &text);
    void placeList();
    void hideList();
    void choose(const SearchItem &item);
    void showChoice();
    void moveMark(int rows);

    QList<Entry> m_entries;
    Source m_source;
    QList<SearchItem> m_rows;     // of the list
    QPointer<QListWidget> m_list; // made when first opened; a child of the window
    std::optional<SearchItem> m_choice;
    bool m_typing = false; // typed text is not settled yet
};

} // namespace motcua
