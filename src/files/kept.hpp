#pragma once
// The bytes of an uploaded file, for rooms that read what was sent to them.
#include <functional>

#include "files/files.hpp"

namespace giaoban::files {

/// Whoever holds the folder says how its files are read, by the hash of their content; once, before the rooms are used.
using ReadKept = std::function<std::optional<std::string>(const std::string& hash)>;
void read_kept_with(ReadKept read);
/// Nothing when they are not there, or are no longer what was sent.
std::optional<std::string> bytes_of(const StoredFile& file);

}  // namespace giaoban::files
