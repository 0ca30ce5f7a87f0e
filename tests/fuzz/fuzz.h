#pragma once

#include <QByteArray>

#include <cstdlib>

// What each target defines. Neither may throw; eat() returns for every input.
void prepare(int &argc, char **argv); // once, before the first byte
void eat(const QByteArray &bytes);

// A promise that was broken is a finding like a crash.
inline void insist(bool kept)
{
    if (!kept)
        std::abort();
}
