#pragma once
// `giaoban figures …`: each sub-command is a line of the table in figures_command.cpp, and a file of its own.
#include "app/commands.hpp"

namespace giaoban::app {

/// Adds its options to its own sub-command; the callback sets `chosen`.
void figures_import(CLI::App& command, Chosen& chosen);
void figures_export(CLI::App& command, Chosen& chosen);
void figures_compare(CLI::App& command, Chosen& chosen);
void figures_word(CLI::App& command, Chosen& chosen);
void figures_guard(CLI::App& command, Chosen& chosen);

}  // namespace giaoban::app
