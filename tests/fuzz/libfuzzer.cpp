#include "tests/fuzz/fuzz.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    prepare(*argc, *argv);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    eat(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))); // a copy, so that reading past its end is seen
    return 0;
}
