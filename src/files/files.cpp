#include "files/files.hpp"

#include "files/kept.hpp"
#include "units/units.hpp"

namespace giaoban::files {
namespace {

struct Keep {
  std::string name;
  int64_t size = 0;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(Keep, (), (name, size, hash))
struct Find {
  int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(Find, (), (id))

/// Names are shown and offered as a download's name; separators and control characters would lie there.
bool name_is_plain(const std::string& name) {
  if (name.empty() || name.size() > 255 || name == "." || name == "..") return false;
  return name.find_first_of("/\\:\n\t\"<>|") == std::string::npos && json::detail::clean_utf8(name);
}

void check(Faults& faults, const std::string& name, int64_t size) {
  faults.require(name_is_plain(name), "/name", {"Tên tệp cần từ 1 đến 255 ký tự, không có / \\ : \" < > |.", "A file name has 1 to 255 characters and none of / \\ : \" < > |."});
  faults.require(size > 0, "/size", {"Tệp rỗng.", "The file is empty."});
}

Outcome<FileRef> keep(Context& context, const Keep& request) {
  Faults faults;
  check(faults, request.name, request.size);
  faults.require(request.hash.size() == 64 && request.hash.find_first_not_of("0123456789abcdef") == std::string::npos, "/hash",
                 {"Mã băm không hợp lệ.", "The hash is not valid."});
  if (faults.any()) return faults.problem();
  auto id = context.tx.insert("insert into file(name, size, hash, unit, at) values (?,?,?,?,?) returning id", request.name,
                              request.size, request.hash, context.actor.unit, context.at());
  context.about("file/" + std::to_string(id));
  return FileRef{id, request.name, request.size, context.at()};
}

Outcome<StoredFile> show(Context& context, const Find& request) {
  auto file = find(context.tx, request.id);
  // The same answer for "not yours" and "not there": an id tells nothing.
  if (!file || !units::may_act_for(context, file->unit)) return forbidden();
  return *file;
}

}  // namespace

std::optional<Problem> fault_of(const std::string& name, size_t size) {
  Faults faults;
  check(faults, name, static_cast<int64_t>(size));
  if (!faults.any()) return {};
  return faults.problem().value();
}

std::vector<db::Migration> migrations() {
  return {{"files.1", R"(
    create table file (id {id}, name text not null, size bigint not null, hash text not null,
                       unit bigint not null references unit(id), at bigint not null);
  )"}};
}

void declare(Catalogue& catalogue) {
  catalogue.change({.name = "files.keep", .right = Right::signed_in, .summary = {"Ghi nhận một tệp đã tải lên", "Register an uploaded file"}, .internal = true}, &keep);
  catalogue.read({.name = "files.show", .right = Right::signed_in, .summary = {"Thông tin một tệp", "A file's particulars"}}, &show);
}

std::vector<std::string> kept(db::Transaction& tx) { return tx.query<std::string>("select distinct hash from file"); }
std::optional<StoredFile> find(db::Transaction& tx, int64_t id) {
  return tx.one<StoredFile>("select id, name, size, hash, unit, at from file where id = ?", id);
}

}  // namespace giaoban::files
