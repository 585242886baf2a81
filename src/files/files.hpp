#pragma once
// Files that people send as evidence. Their bytes lie in the Store; the table holds who sent what. What a file claims to be is not believed: it is always served as a download.
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "db/database.hpp"
#include "files/store.hpp"
#include "operation/catalogue.hpp"
#include "rules/rules.hpp"

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
void declare(Catalogue& catalogue, const rules::Rules& rules);
std::optional<StoredFile> find(db::Transaction& tx, int64_t id);
struct Upload {
  std::string name;
  int64_t size = 0;
  int64_t account = 0;  ///< of who sends it
};
/// Why an upload is not kept: its name, its size, or what its sender has sent before (rules/uploads.json).
std::optional<Problem> refusal(db::Transaction& tx, const rules::Rules& rules, const Upload& upload, Instant now);

/// Unnamed bytes go after so long: an upload that broke off between its bytes and its entry is tried again for hours.
inline constexpr std::chrono::hours unnamed_kept{24};
/// Takes away what nothing in the store names; `named` gives the hashes that something does. Gives how many went.
size_t sweep(db::Database& database, const Store& store, const std::function<std::set<std::string>(db::Transaction&)>& named);
/// Several processes on one database share one folder of files: one with another would miss what the others kept. The
/// first takes its folder, the others must bring the same; throws a sentence (std::runtime_error).
void share_folder(db::Transaction& tx, const Store& store);
/// Hashes of all files that were sent.
std::vector<std::string> kept(db::Transaction& tx);

}  // namespace giaoban::files
