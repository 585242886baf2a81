#pragma once
// What is looked at before a file is kept, and what was kept: its bytes for rooms that read what was sent to them, its
// hashes for whoever proves the store.
#include <functional>

#include "files/files.hpp"

namespace giaoban::files {

/// What is wrong with an upload's name or size; nothing when it may be kept.
std::optional<Problem> fault_of(const std::string& name, size_t size);

/// Whoever holds the folder says how its files are read, by the hash of their content; once, before the rooms are used.
using ReadKept = std::function<std::optional<std::string>(const std::string& hash)>;
void read_kept_with(ReadKept read);
/// Nothing when they are not there, or are no longer what was sent.
std::optional<std::string> bytes_of(const StoredFile& file);
/// Hashes of all files that were sent.
std::vector<std::string> kept(db::Transaction& tx);

}  // namespace giaoban::files
