#include "app/version.hpp"
namespace giaoban::app {
const char* version() { return "0.1.0"; }
}  // namespace giaoban::app
