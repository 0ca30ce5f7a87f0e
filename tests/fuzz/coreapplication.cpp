// What a target needs that has no windows and nothing of its own to set up.
#include "fuzz.h"

#include <QCoreApplication>

void prepare(int &argc, char **argv)
{
    new QCoreApplication(argc, argv);
}
