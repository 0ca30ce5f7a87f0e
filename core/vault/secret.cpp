#include "core/vault/secret.h"

#include <sodium.h>

#include <cstring>
#include <mutex>
#include <new>
#include <utility>

namespace motcua {

namespace {

unsigned char *allocate(std::size_t size)
{
    static std::once_flag started;
    // sodium_init answers 1 when somebody else was first; only a negative answer means that there is no safe randomness.
    std::call_once(started, [] {
        if (sodium_init() < 0)
            std::abort();
    });
    if (size == 0)
        return nullptr;
    void *memory = sodium_malloc(size);
    if (!memory)
        throw std::bad_alloc();
    return static_cast<unsigned char *>(memory);
}

} // namespace

Secret::Secret(std::size_t size)
    : m_data(allocate(size))
    , m_size(size)
{
    if (m_size > 0)
        sodium_memzero(m_data, m_size);
}

Secret::Secret(QByteArrayView bytes)
    : m_data(allocate(std::size_t(bytes.size())))
    , m_size(std::size_t(bytes.size()))
{
    if (m_size > 0)
        std::memcpy(m_data, bytes.data(), m_size);
}

Secret::Secret(Secret &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        sodium_free(m_data);
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret()
{
    sodium_free(m_data); // wipes; accepts nullptr
}

Secret Secret::random(std::size_t size)
{
    Secret secret(size);
    if (size > 0)
        randombytes_buf(secret.data(), size);
    return secret;
}

Secret Secret::clone() const
{
    return Secret(QByteArrayView(m_data, qsizetype(m_size)));
}

bool Secret::equals(const Secret &other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

} // namespace motcua
