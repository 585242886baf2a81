#include <sys/resource.h>
#include <sys/stat.h>

#include <exception>
#include <iostream>

#include "app/commands.hpp"
#include "app/log.hpp"
#include "app/version.hpp"

int main(int argc, char** argv) {
  using namespace giaoban::app;
  rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);  // a core file would hold figures and tokens
  ::umask(0077);  // what it writes, back-ups too, is its owner's alone
  log_as_json();

  CLI::App cli{"Giaoban: the monthly session of a local government, from figures to follow-up."};
  cli.set_version_flag("--version", version());
  cli.require_subcommand(1);
  Chosen chosen;
  add_serve(cli, chosen);
  add_demo(cli, chosen);
  add_types(cli, chosen);
  add_figures(cli, chosen);
  add_store(cli, chosen);
  add_bench(cli, chosen);
  CLI11_PARSE(cli, argc, argv);
  try {
    return chosen();
  } catch (const std::exception& e) {
    std::cerr << e.what() << "\n";
    return 1;
  }
}
