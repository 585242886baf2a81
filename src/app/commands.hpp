#pragma once
#include <CLI/CLI.hpp>
#include <functional>

namespace giaoban::app {

/// A subcommand puts itself into the command line; `chosen` is set to what then runs (its exit status).
using Chosen = std::function<int()>;

void add_serve(CLI::App& cli, Chosen& chosen);
void add_demo(CLI::App& cli, Chosen& chosen);
void add_types(CLI::App& cli, Chosen& chosen);
void add_bench(CLI::App& cli, Chosen& chosen);  // in bench/
void add_figures(CLI::App& cli, Chosen& chosen);  // compare, word, guard
void add_store(CLI::App& cli, Chosen& chosen);  // verify, backup, restore, user

}  // namespace giaoban::app
