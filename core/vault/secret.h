#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <memory>

namespace motcua {

// Bytes that are locked in memory and wiped when freed (sodium_malloc). Movable, never copied by accident: see clone().
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::size_t size); // zeroed
    explicit Secret(QByteArrayView bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    static Secret random(std::size_t size);
    Secret clone() const;

    unsigned char *data() { return m_data; }
    const unsigned char *data() const { return m_data; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    bool equals(const Secret &other) const; // constant time

private:
    unsigned char *m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace motcua
