#pragma once
// Files that people send as evidence. The bytes lie in the data folder under the hash of their content; the
// table holds who sent what. What a file claims to be is not believed: it is always served as a download.
#include <optional>
#include <string>

#include "db/database.hpp"
#include "operation/catalogue.hpp"

namespace giaoban::files {

struct StoredFile {
  int64_t id = 0;
  std::string name;  ///< as the sender called it; never used as a path
  int64_t size = 0;  ///< bytes
  std::string hash;  ///< BLAKE2b-256 of the content, hex; also its place in the data folder
  int64_t unit = 0;  ///< of the sender's seat
  Instant at;
};
BOOST_DESCRIBE_STRUCT(StoredFile, (), (id, name, size, hash, unit, at))

struct FileRef {
  int64_t id = 0;
  std::string name;
  int64_t size = 0;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(FileRef, (), (id, name, size, at))

std::vector<db::Migration> migrations();
void declare(Catalogue& catalogue);
std::optional<StoredFile> find(db::Transaction& tx, int64_t id);

}  // namespace giaoban::files
