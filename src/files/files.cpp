#include "files/files.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <fstream>

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

constexpr int64_t megabyte = 1'000'000;

/// What the account has sent since a moment.
int64_t sent_since(db::Transaction& tx, int64_t account, Instant since) {
  return tx.one_value<int64_t>("select cast(coalesce(sum(size), 0) as bigint) from file where account = ? and at > ?", account, since).value_or(0);
}

std::optional<Problem> over_quota(db::Transaction& tx, const rules::UploadQuota& quota, const Upload& upload, Instant now) {
  auto over = [&](Instant since, int64_t megabytes) { return sent_since(tx, upload.account, since) + upload.size > megabytes * megabyte; };
  if (over(now.plus_ms(-24LL * 3600 * 1000), quota.megabytes_a_day))
    return Problem{Problem::Kind::too_many, {fmt::format("Trong 24 giờ mỗi tài khoản gửi tối đa {} MB tệp. Hãy gửi bản nhẹ hơn, hoặc gửi tiếp vào ngày mai.", quota.megabytes_a_day),
                                             fmt::format("An account may send {} MB of files within 24 hours. Send a lighter version, or go on tomorrow.", quota.megabytes_a_day)}, {}};
  if (over(Instant{}, quota.megabytes))
    return Problem{Problem::Kind::too_many, {fmt::format("Tài khoản này đã gửi tới mức tối đa {} MB tệp. Hãy báo quản trị viên.", quota.megabytes),
                                             fmt::format("This account has sent the most it may, {} MB of files. Tell the administrator.", quota.megabytes)}, {}};
  return {};
}

Outcome<FileRef> keep(Context& context, const rules::Rules& rules, const Keep& request) {
  Faults faults;
  check(faults, request.name, request.size);
  faults.require(request.hash.size() == 64 && request.hash.find_first_not_of("0123456789abcdef") == std::string::npos, "/hash",
                 {"Mã băm không hợp lệ.", "The hash is not valid."});
  if (faults.any()) return faults.problem();
  Upload upload{request.name, request.size, context.actor.account};
  if (auto problem = over_quota(context.tx, rules.upload_quota.on(context.at().local_date()).value, upload, context.at())) return tl::unexpected(*problem);
  auto id = context.tx.insert("insert into file(name, size, hash, unit, at, account) values (?,?,?,?,?,?) returning id", request.name,
                              request.size, request.hash, context.actor.unit, context.at(), upload.account);
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

std::optional<Problem> refusal(db::Transaction& tx, const rules::Rules& rules, const Upload& upload, Instant now) {
  Faults faults;
  check(faults, upload.name, upload.size);
  if (faults.any()) return faults.problem().value();
  return over_quota(tx, rules.upload_quota.on(now.local_date()).value, upload, now);
}

std::vector<db::Migration> migrations() {
  return {{"files.1", R"(
    create table file (id {id}, name text not null, size bigint not null, hash text not null,
                       unit bigint not null references unit(id), at bigint not null);
  )"},
          {"files.2", "create table file_folder (one bigint primary key, mark text not null);"},
          {"files.3", R"(
    alter table file add column account bigint not null default 0;
    create index file_account on file(account, at);
  )"}};
}

void declare(Catalogue& catalogue, const rules::Rules& rules) {
  catalogue.change({.name = "files.keep", .right = Right::signed_in, .summary = {"Ghi nhận một tệp đã tải lên", "Register an uploaded file"}, .internal = true},
                   [&rules](Context& c, const Keep& r) -> Outcome<FileRef> { return keep(c, rules, r); });
  catalogue.read({.name = "files.show", .right = Right::signed_in, .summary = {"Thông tin một tệp", "A file's particulars"}}, &show);
}

void share_folder(db::Transaction& tx, const Store& store) {
  auto sign = store.folder() / "belongs-to";
  std::string here;
  std::ifstream(sign) >> here;
  auto mark = tx.one_value<std::string>("select mark from file_folder where one = 1");
  if (mark && *mark == here) return;
  if (mark)
    throw std::runtime_error(fmt::format("This database keeps its files in another folder than {}. All processes on one PostgreSQL share one "
                                         "folder of files: give it with --files.", store.folder().string()));
  if (!here.empty()) throw std::runtime_error(fmt::format("The folder {} holds the files of another database.", store.folder().string()));
  auto fresh = fmt::format("{:08x}{:08x}", randombytes_random(), randombytes_random());
  std::filesystem::create_directories(store.folder());
  std::ofstream out(sign);
  out << fresh << "\n";
  if (!out.flush()) throw std::runtime_error(fmt::format("Cannot write in the folder of files {}.", store.folder().string()));
  tx.exec("insert into file_folder(one, mark) values (1, ?)", fresh);
}
size_t sweep(db::Database& database, const Store& store, const std::function<std::set<std::string>(db::Transaction&)>& named) {
  store.remove_parts(unnamed_kept);
  auto old = store.older_than(unnamed_kept);
  auto spare = [&](db::Transaction& tx) {
    auto all = named(tx);
    std::erase_if(old, [&](auto& hash) { return all.contains(hash); });
  };
  database.read(spare);
  if (old.empty()) return 0;
  // In the turn to write, so that none of them is named while it goes.
  size_t gone = 0;
  database.write([&](db::Transaction& tx) {
    spare(tx);
    for (auto& hash : old) gone += store.remove(hash, unnamed_kept);
    return false;
  });
  return gone;
}

std::vector<std::string> kept(db::Transaction& tx) { return tx.query<std::string>("select distinct hash from file"); }
std::optional<StoredFile> find(db::Transaction& tx, int64_t id) {
  return tx.one<StoredFile>("select id, name, size, hash, unit, at from file where id = ?", id);
}

}  // namespace giaoban::files
