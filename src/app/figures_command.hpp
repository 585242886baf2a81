#pragma once
// `giaoban figures …`: each sub-command is a line of the table in figures_command.cpp, and a file of its own.
#include <stdexcept>

#include "app/commands.hpp"
#include "base/outcome.hpp"

namespace giaoban::app {

/// The value, or every fault as the command's last words.
template <class T>
T or_throw(Outcome<T> outcome) {
  if (outcome) return std::move(*outcome);
  std::string all = outcome.error().title.en;
  for (auto& f : outcome.error().fields) all += "\n  " + f.pointer + ": " + f.message.en;
  throw std::runtime_error(all);
}

/// Adds its options to its own sub-command; the callback sets `chosen`.
void figures_import(CLI::App& command, Chosen& chosen);
void figures_export(CLI::App& command, Chosen& chosen);
void figures_compare(CLI::App& command, Chosen& chosen);
void figures_word(CLI::App& command, Chosen& chosen);
void figures_guard(CLI::App& command, Chosen& chosen);

}  // namespace giaoban::app
