#pragma once
namespace giaoban::app {
/// One line of JSON an event, on standard error: standard output belongs to the command's own answer.
void log_as_json();
}  // namespace giaoban::app
