// What the kiosk's start is measured against: the least that a Qt Widgets program can show.
#include <QApplication>
#include <QWidget>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QWidget window;
    window.resize(1366, 768);
    window.show();
    return QApplication::exec();
}
