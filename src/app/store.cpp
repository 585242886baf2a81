// Commands on the store itself: verify, backup, restore, user.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "app/commands.hpp"
#include "app/program.hpp"
#include "journal/journal.hpp"

namespace giaoban::app {
namespace fs = std::filesystem;
namespace {

constexpr size_t hash_letters = 64;

struct StoreOptions {
  std::string data = "data", database, files, to, from, name, password_file;
  int64_t seat = 0;
  bool list = false;
};

/// Files are kept under the hash of their content: one that no longer fits its name was altered or damaged.
std::optional<std::string> damaged_file(const files::Store& store) {
  for (auto& entry : fs::recursive_directory_iterator(store.folder())) {
    auto name = entry.path().filename().string();
    if (entry.is_regular_file() && name.size() == hash_letters && !store.read(name)) return entry.path().string();
  }
  return {};
}

std::optional<std::string> missing_file(db::Transaction& tx, const files::Store& store) {
  for (auto& hash : files_named(tx))
    if (!fs::exists(store.place(hash))) return store.place(hash).string();
  return {};
}

/// In SQLite a file of another's making may hold statements that run by themselves; Giaoban makes none.
bool has_foreign_statements(db::Transaction& tx) {
  return tx.dialect() == db::Dialect::sqlite &&
         tx.one_value<int64_t>("select count(*) from sqlite_master where type in ('trigger', 'view')").value_or(0) > 0;
}

int proven(Program& program) {
  int status = 0;
  auto fault = [&](const std::string& what) {
    std::cout << what << "\n";
    status = 2;
  };
  program.database->read([&](db::Transaction& tx) {
    if (has_foreign_statements(tx)) fault("The database holds triggers or views, which Giaoban never makes: somebody altered it.");
    if (auto wrong = journal::verify(tx)) fault(wrong->what.vi + "\n" + wrong->what.en);
    else std::cout << "Journal: " << journal::head(tx) << " entries, chain holds. Head " << journal::head_hash(tx) << "\n";
    if (auto file = missing_file(tx, program.memory.files)) fault("File missing: " + *file);
  });
  if (auto file = damaged_file(program.memory.files)) fault("File altered or damaged: " + *file);
  return status;
}

void require_data(const StoreOptions& o) {
  if (o.database.empty() && !fs::exists(fs::path(o.data) / "giaoban.db"))
    throw std::runtime_error("No giaoban.db in " + o.data + ". Give the data folder with --data.");
}

int verify(const StoreOptions& o) {
  require_data(o);
  Program program({.data = o.data, .database = o.database, .files = o.files, .readers = 1});
  return proven(program);
}

/// Only what Giaoban itself puts into a data folder, and only as plain files: a link in a back-up of another's making
/// would bring in, or write over, what lies elsewhere.
void copy_files(const fs::path& from, const fs::path& to) {
  if (!fs::is_directory(fs::symlink_status(from))) return;
  for (auto& shelf : fs::directory_iterator(from)) {
    if (!fs::is_directory(shelf.symlink_status()) || shelf.path().filename().string().size() != 2) continue;
    fs::create_directories(to / shelf.path().filename());
    for (auto& file : fs::directory_iterator(shelf.path())) {
      auto name = file.path().filename().string();
      if (fs::is_regular_file(file.symlink_status()) && name.size() == hash_letters && name.find_first_not_of("0123456789abcdef") == std::string::npos)
        fs::copy_file(file.path(), to / shelf.path().filename() / name);
    }
  }
}

int backup(const StoreOptions& o) {
  // The folder may be served meanwhile: SQLite's own snapshot is taken without the lock.
  if (fs::exists(o.to)) throw std::runtime_error(o.to + " exists already; give a new folder.");
  require_data(o);
  auto part = o.to + ".part";
  fs::remove_all(part);
  fs::create_directories(part);
  auto database = db::Database::open("sqlite:" + (fs::path(o.data) / "giaoban.db").string(), 1);
  database->backup_to((fs::path(part) / "giaoban.db").string());
  // Files after the database: every file that the snapshot names is there, since files are kept before they are named.
  copy_files(fs::path(o.data) / "files", fs::path(part) / "files");
  fs::rename(part, o.to);
  std::cout << "Backed up to " << o.to << "\n";
  return 0;
}

/// Into a folder beside, proven there, and only then put in place: a restore that breaks off leaves nothing behind
/// that looks whole.
int restore(const StoreOptions& o) {
  if (fs::exists(o.data) && !(fs::is_directory(o.data) && fs::is_empty(o.data)))
    throw std::runtime_error(o.data + " already holds data; restore into a new folder.");
  auto database = fs::path(o.from) / "giaoban.db";
  if (!fs::is_regular_file(fs::symlink_status(database))) throw std::runtime_error("No giaoban.db in " + o.from + ".");
  auto part = fs::path(fs::path(o.data).parent_path() / (fs::path(o.data).filename().string() + ".part"));
  fs::remove_all(part);
  fs::create_directories(part);
  fs::copy_file(database, part / "giaoban.db");
  copy_files(fs::path(o.from) / "files", part / "files");
  int status = [&] {
    Program program({.data = part, .readers = 1});
    return proven(program);
  }();
  if (status != 0) {
    std::cout << "Not restored. What was copied is in " << part.string() << " to be looked at.\n";
    return status;
  }
  fs::remove(o.data);
  fs::rename(part, o.data);
  std::cout << "Restored to " << o.data << "\n";
  return 0;
}

std::string read_password(const StoreOptions& o) {
  std::string password;
  if (!o.password_file.empty()) {
    std::ifstream in(o.password_file);
    std::getline(in, password);
  } else {
    if (::isatty(STDIN_FILENO)) std::cerr << "Password: " << std::flush;
    std::getline(std::cin, password);
  }
  if (password.size() < 10) throw std::runtime_error("A password needs at least 10 characters.");
  return password;
}

int user(const StoreOptions& o) {
  Program program({.data = o.data, .database = o.database, .readers = 1});
  if (o.list) {
    program.database->read([](db::Transaction& tx) {
      for (auto& s : access::seats(tx))
        std::cout << s.id << "\t" << boost::describe::enum_to_string(s.office, "") << "\t" << s.title.vi << "\n";
    });
    return 0;
  }
  auto password = read_password(o);
  program.database->write([&](db::Transaction& tx) {
    if (auto id = tx.one_value<int64_t>("select id from account where name = ?", o.name)) access::set_password(tx, *id, password);
    else if (access::seat(tx, o.seat)) access::add_account(tx, o.name, o.seat, password);
    else throw std::runtime_error("No such seat. See `giaoban user --list`.");
    journal::append(tx, {journal::head(tx) + 1, program.memory.clock.now(), 0, "", "", "user", "account/" + o.name, "{}", {}});
    return true;
  });
  std::cout << "Done: " << o.name << "\n";
  return 0;
}

}  // namespace

void add_store(CLI::App& cli, Chosen& chosen) {
  auto o = std::make_shared<StoreOptions>();
  auto add = [&](const char* name, const char* help, int (*f)(const StoreOptions&)) {
    auto* c = cli.add_subcommand(name, help);
    c->add_option("--data", o->data, "The data folder")->capture_default_str();
    c->callback([o, f, &chosen] { chosen = [o, f] { return f(*o); }; });
    return c;
  };
  auto* v = add("verify", "Prove the journal's chain and every kept file; names the first fault; exit status 2 if there is one", &verify);
  v->add_option("--database", o->database, "postgresql://… instead of SQLite in the data folder");
  v->add_option("--files", o->files, "Folder of the kept files, where it is not in the data folder");
  add("backup", "Copy the whole data folder to a new folder, also while it is served", &backup)->add_option("--to", o->to, "New folder")->required();
  add("restore", "Bring a back-up into a new data folder and verify it", &restore)->add_option("--from", o->from, "Back-up folder")->required();
  auto* u = add("user", "Add an account, or set its password (read from standard input)", &user);
  u->add_option("name", o->name, "Sign-in name");
  u->add_option("--seat", o->seat, "Seat for a new account; see --list");
  u->add_option("--password-file", o->password_file, "Read the password from this file");
  u->add_flag("--list", o->list, "List the seats");
}

}  // namespace giaoban::app
