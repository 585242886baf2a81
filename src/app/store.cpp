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

struct StoreOptions {
  std::string data = "data", database, to, from, name, password_file;
  int64_t seat = 0;
  bool list = false;
};

/// Evidence is kept under the hash of its content: a file that no longer fits its name was altered or damaged.
std::optional<std::string> damaged_file(const DataFolder& folder) {
  for (auto& entry : fs::recursive_directory_iterator(folder.path() / "files")) {
    if (!entry.is_regular_file() || entry.path().extension() == ".part") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    if (content_hash(bytes) != entry.path().filename().string()) return entry.path().string();
  }
  return {};
}

int verify(const StoreOptions& o) {
  Program program({.data = o.data, .database = o.database, .readers = 1});
  int status = 0;
  program.database->read([&](db::Transaction& tx) {
    if (auto fault = journal::verify(tx)) {
      std::cout << fault->what.vi << "\n" << fault->what.en << "\n";
      status = 2;
    } else {
      std::cout << "Journal: " << journal::head(tx) << " entries, chain holds. Head " << journal::head_hash(tx) << "\n";
    }
  });
  if (auto file = damaged_file(program.folder)) {
    std::cout << "File altered or damaged: " << *file << "\n";
    status = 2;
  }
  return status;
}

int backup(const StoreOptions& o) {
  // The folder may be served meanwhile: SQLite's own snapshot is taken without the lock.
  if (fs::exists(o.to)) throw std::runtime_error(o.to + " exists already; give a new folder.");
  if (!fs::exists(fs::path(o.data) / "giaoban.db")) throw std::runtime_error("No giaoban.db in " + o.data + ". Give the data folder with --data.");
  auto part = o.to + ".part";
  fs::remove_all(part);
  fs::create_directories(part);
  auto database = db::Database::open("sqlite:" + (fs::path(o.data) / "giaoban.db").string(), 1);
  database->backup_to((fs::path(part) / "giaoban.db").string());
  // Files after the database: every file that the snapshot names is there, since files are kept before they are named.
  if (fs::exists(fs::path(o.data) / "files")) fs::copy(fs::path(o.data) / "files", fs::path(part) / "files", fs::copy_options::recursive);
  fs::rename(part, o.to);
  std::cout << "Backed up to " << o.to << "\n";
  return 0;
}

int restore(const StoreOptions& o) {
  if (fs::exists(fs::path(o.data) / "giaoban.db")) throw std::runtime_error(o.data + " already holds data; restore into a new folder.");
  if (!fs::exists(fs::path(o.from) / "giaoban.db")) throw std::runtime_error("No giaoban.db in " + o.from + ".");
  fs::create_directories(o.data);
  fs::copy(o.from, o.data, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  StoreOptions check;
  check.data = o.data;
  return verify(check);
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
    journal::append(tx, {journal::head(tx) + 1, program.clock.now(), 0, "", "", "user", "account/" + o.name, "{}", {}});
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
  add("verify", "Prove the journal's chain and every kept file; names the first fault; exit status 2 if there is one", &verify)
      ->add_option("--database", o->database, "postgresql://… instead of SQLite in the data folder");
  add("backup", "Copy the whole data folder to a new folder, also while it is served", &backup)->add_option("--to", o->to, "New folder")->required();
  add("restore", "Bring a back-up into a new data folder and verify it", &restore)->add_option("--from", o->from, "Back-up folder")->required();
  auto* u = add("user", "Add an account, or set its password (read from standard input)", &user);
  u->add_option("name", o->name, "Sign-in name");
  u->add_option("--seat", o->seat, "Seat for a new account; see --list");
  u->add_option("--password-file", o->password_file, "Read the password from this file");
  u->add_flag("--list", o->list, "List the seats");
}

}  // namespace giaoban::app
