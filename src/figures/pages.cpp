#include "figures/pages.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <new>

namespace giaoban::figures {

RawPages::~RawPages() {
  if (at_) ::munmap(at_, bytes_);
}

void RawPages::grow(size_t bytes) {
  static const auto page = static_cast<size_t>(::sysconf(_SC_PAGESIZE));
  bytes = (bytes + page - 1) / page * page;
  if (bytes <= bytes_) return;
  void* at = at_ ? ::mremap(at_, bytes_, bytes, MREMAP_MAYMOVE)
                 : ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (at == MAP_FAILED) throw std::bad_alloc();
  at_ = at;
  bytes_ = bytes;
  ::madvise(at_, bytes_, MADV_HUGEPAGE);  // a wish: where it is refused, all goes on with small pages
}

}  // namespace giaoban::figures
