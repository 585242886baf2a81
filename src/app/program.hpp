#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/data_folder.hpp"
#include "app/rooms.hpp"
#include "db/listener.hpp"
#include "operation/engine.hpp"

namespace giaoban::app {

/// The program without its network: folder, store, rooms, engine. What serve, demo, verify and tests open.
class Program {
 public:
  struct Settings {
    std::filesystem::path data;
    std::string database;  ///< empty: SQLite in the data folder
    std::filesystem::path files;  ///< empty: in the data folder; processes on one PostgreSQL share one
    bool demo = false;
    int readers = 3;       ///< connections for reads: the workers and one to spare
  };
  explicit Program(const Settings& settings);
  /// Before files are kept or given: that they lie where the database's other processes have theirs.
  void share_files();
  /// Takes away bytes that nothing names.
  void sweep_files();
  /// Keeps memory, and whoever watches, up to date with what the others write, as long as what is returned lives.
  std::unique_ptr<db::Listener> listen_to_others();

  DataFolder folder;
  Memory memory;
  Rights rights;
  Catalogue catalogue;
  std::unique_ptr<db::Database> database;
  std::unique_ptr<Engine> engine;
};

}  // namespace giaoban::app
