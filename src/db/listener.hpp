#pragma once
// Hears what other processes on the same PostgreSQL commit (LISTEN/NOTIFY), on a connection and a thread of its own.
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "db/database.hpp"

namespace giaoban::db {

class Listener {
 public:
  /// `own`: the name under which this process announces; its own words it does not need to hear.
  Listener(std::string url, std::string own, std::function<void(const Commit&)> heard);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  static constexpr const char* channel = "giaoban";

 private:
  class Line;
  void run();
  void hear(Line& line);
  bool time_to_end(int after_ms) const;

  std::string url_, own_;
  std::function<void(const Commit&)> heard_;
  int end_ = -1;  // readable once it is time to end
  std::thread thread_;
};

/// A commit and who made it, as told on the channel: "<who>:<entry>:<table>,<table>".
struct Announcement {
  std::string who;
  Commit commit;
};
std::string announced(const Announcement& announcement);
/// Nothing when the words are none of ours.
std::optional<Announcement> announcement_in(std::string_view words);

}  // namespace giaoban::db
