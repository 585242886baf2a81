// Pictures that strangers may see: what is passed on is sound in itself, and nothing that was left out is in it.
#include "pictures/pictures.hpp"

#include "fuzz.hpp"

using namespace giaoban;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto picture = pictures::bare(bytes);
  if (!picture) {
    fuzz::promise_words(picture.error());
    return 0;
  }
  // Which side is up is written as a block of its own; a WebP's last odd byte gets its filling.
  PROMISE(picture->bytes.size() <= size + 40, "no longer than it was");
  PROMISE(picture->width > 0 && picture->width <= pictures::side_max && picture->height > 0 && picture->height <= pictures::side_max, "a size within bounds");
  auto again = pictures::bare(picture->bytes);
  PROMISE(again && again->bytes == picture->bytes && again->format == picture->format, "bare already");
  PROMISE(again->width == picture->width && again->height == picture->height, "as large as before");
  return 0;
}
