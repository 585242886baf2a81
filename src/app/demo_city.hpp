#pragma once
#include <filesystem>
#include <optional>

#include "app/program.hpp"

namespace giaoban::app {

/// Loads the demo city of Móng Cái into an empty store, as it stood on the morning of 28 April 2021: sixteen
/// months of figures, the March session with what became of its tasks, April half reported. Everything goes
/// through the operations, each by the office that does it and on its day, so the journal tells it too.
/// Does nothing when the store already holds a body.
void load_demo_city(Program& program);
/// The same place five years on: its figures of 2025 and 2026 across the reorganisation of 1 July 2025, on the morning
/// of 28 April 2026. A store of its own: what the rooms of 2021 show must not know of it.
void load_demo_2026(Program& program);
/// Which of the two a store holds already, if any: 2021, 2026.
std::optional<int> demo_in(Program& program);

/// A load that was cut off leaves a mark in the folder; the next start begins it again.
void clear_unfinished_demo(const std::filesystem::path& data);

}  // namespace giaoban::app
