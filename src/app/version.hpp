#pragma once
namespace giaoban::app {
/// The program's version, as in CHANGELOG.md.
const char* version();
}  // namespace giaoban::app
