#include <iostream>

#include "app/commands.hpp"
#include "app/rooms.hpp"
#include "base/installation.hpp"

namespace giaoban::app {

void add_types(CLI::App& cli, Chosen& chosen) {
  auto with_catalogue = [](auto f) {
    return [f] {
      Memory memory(*rules::Rules::load(installation() / "rules"), files::Store({}));
      Catalogue catalogue;
      declare_rooms(catalogue, memory);
      f(catalogue);
      return 0;
    };
  };
  auto* types = cli.add_subcommand("types", "Print the TypeScript types of all operations (ui/src/api/types.ts)");
  types->callback([&chosen, with_catalogue] { chosen = with_catalogue([](Catalogue& c) { std::cout << c.typescript(); }); });
  auto* openapi = cli.add_subcommand("openapi", "Print the OpenAPI document of all operations");
  openapi->callback([&chosen, with_catalogue] { chosen = with_catalogue([](Catalogue& c) { std::cout << boost::json::serialize(c.openapi()) << "\n"; }); });
}

}  // namespace giaoban::app
