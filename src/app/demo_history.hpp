#pragma once
// What both demos begin with: an empty store, the city's body, and its figures until March 2021.
#include "app/demo_past.hpp"

namespace giaoban::app {

/// The history, one import a day on which something became known, by the Office's synthesis officer.
std::vector<DemoStep> history(DemoCalls& as, const demo::City& city);

/// Where the units of the day stand in the map of tiles.
void place_tiles(DemoCalls& as, const std::string& account);

/// A load that is cut off leaves a mark in the folder, and is begun again at the next start.
class DemoLoad {
 public:
  explicit DemoLoad(Program& program) : program_(program) {}
  /// Is the store still empty?
  bool needed();
  /// Reads the city's files, sets the clock, makes the body.
  demo::City begin();
  /// The morning that the demo stands on, kept in the store, so that it is still that morning after a restart.
  void end(DemoCalls& as, Date morning, const std::string& account);

 private:
  Program& program_;
};

}  // namespace giaoban::app
