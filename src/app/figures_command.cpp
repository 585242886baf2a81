#include "app/figures_command.hpp"

namespace giaoban::app {
namespace {

struct SubCommand {
  const char *name, *help;
  void (*add)(CLI::App&, Chosen&);
};

constexpr SubCommand table[] = {
    {"import", "Read an XLSX, CSV or DHIS2 file: into a data folder, or into another format", &figures_import},
    {"export", "Write figures as CSV, XLSX, SDMX-CSV, SDMX-JSON or DHIS2 JSON", &figures_export},
    {"compare", "Compare figures: the month, the year so far, last year, last December, the plan", &figures_compare},
    {"word", "Word figures as the report does, in Vietnamese and English", &figures_word},
    {"guard", "Hold a text against figures and against itself; exit status 2 when a number contradicts them", &figures_guard},
};

}  // namespace

void add_figures(CLI::App& cli, Chosen& chosen) {
  auto* figures = cli.add_subcommand("figures", "Figures on the command line: files in, files or sentences out");
  figures->require_subcommand(1);
  for (auto& sub : table) sub.add(*figures->add_subcommand(sub.name, sub.help), chosen);
}

}  // namespace giaoban::app
