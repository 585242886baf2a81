#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/data_folder.hpp"
#include "app/rooms.hpp"
#include "operation/engine.hpp"

namespace giaoban::app {

/// The program without its network: folder, store, rooms, engine. What serve, demo, verify and tests open.
class Program {
 public:
  struct Settings {
    std::filesystem::path data;
    std::string database;  ///< empty: SQLite in the data folder
    bool demo = false;
    int readers = 3;       ///< connections for reads: the workers and one to spare
  };
  explicit Program(const Settings& settings);
  /// Takes away bytes that nothing names.
  void sweep_files();

  DataFolder folder;
  Memory memory;
  Rights rights;
  Catalogue catalogue;
  std::unique_ptr<db::Database> database;
  std::unique_ptr<Engine> engine;
};

}  // namespace giaoban::app
