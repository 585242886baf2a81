#pragma once
// Memory straight from the system for what grows to gigabytes: it begins as zeros without being written, grows
// without being copied, and asks for large pages, so that a walk over all of it is not slowed by address look-ups.
#include <cstddef>
#include <type_traits>
#include <utility>

namespace giaoban::figures {

class RawPages {
 public:
  RawPages() = default;
  RawPages(RawPages&& other) noexcept : at_(std::exchange(other.at_, nullptr)), bytes_(std::exchange(other.bytes_, 0)) {}
  RawPages& operator=(RawPages&& other) noexcept {
    std::swap(at_, other.at_);
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~RawPages();
  /// What was there stays; what is new is zero. Never shrinks. Throws std::bad_alloc.
  void grow(size_t bytes);
  void* data() { return at_; }
  const void* data() const { return at_; }

 private:
  void* at_ = nullptr;
  size_t bytes_ = 0;  // whole pages
};

template <class T>
class Pages {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  void resize(size_t n) {
    raw_.grow(n * sizeof(T));
    size_ = n;
  }
  size_t size() const { return size_; }
  T* data() { return static_cast<T*>(raw_.data()); }
  const T* data() const { return static_cast<const T*>(raw_.data()); }
  T& operator[](size_t i) { return data()[i]; }
  const T& operator[](size_t i) const { return data()[i]; }

 private:
  RawPages raw_;
  size_t size_ = 0;
};

}  // namespace giaoban::figures
