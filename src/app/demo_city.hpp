#pragma once
#include "app/program.hpp"

namespace giaoban::app {

/// Loads the demo city of Móng Cái into an empty store, as it stood on the morning of 28 April 2021.
/// Does nothing when the store already holds a body.
void load_demo_city(Program& program);

}  // namespace giaoban::app
