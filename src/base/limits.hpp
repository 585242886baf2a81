#pragma once
#include <cstddef>

namespace giaoban {

/// A refusal must not be much longer than what it refuses. Faults that one answer names: more than a form has fields.
inline constexpr std::size_t faults_shown_max = 1000;
/// Bytes of a field's name that a fault shows: ours are short, and a stranger's would stand there once for each fault.
inline constexpr std::size_t name_bytes_shown_max = 100;

}  // namespace giaoban
