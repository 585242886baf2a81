#pragma once
// What people see, kept rendered and pushed when it changes. A view is one read operation at one address for
// one kind of viewer (everyone in the same seat sees the same): it is rendered once after a commit that touched
// a table it read, and the same immutable buffer goes to all who watch it. The version is a hash of the data,
// so a reader that reconnects, even to a restarted server, gets only the views that differ from what it has.
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "operation/engine.hpp"

namespace giaoban::live {

using Buffer = std::shared_ptr<const std::string>;

/// Someone who watches: a WebSocket. All calls come through `Loops::io`, on the connection's own thread.
class Watcher {
 public:
  virtual ~Watcher() = default;
  virtual void send(Buffer message) = 0;
};

/// Where work runs: `worker` for rendering, `io` for handing buffers to sockets.
struct Loops {
  std::function<void(std::function<void()>)> worker, io;
};

struct Rendered {
  bool done = false;
  int status = 0;
  int64_t version = 0;  ///< 52 bits of the data's hash: fits a JavaScript number
  Buffer body;          ///< the JSON alone, for a GET
  Buffer zipped;        ///< gzip of it, when that is worth it
};

class Views {
 public:
  /// Views kept at most; beyond, those that nobody watches are dropped. A view is some kilobytes.
  static constexpr size_t views_max = 4096;
  /// And bytes of them, once in a while: an address may ask for a table of many months.
  static constexpr size_t views_bytes_max = 128 * 1024 * 1024;

  Views(Engine& engine, Loops loops);

  /// A still-fresh rendering, if there is one: answers a GET without touching the store.
  std::optional<Rendered> fresh(const std::string& address, const Actor& actor);
  /// Renders now, or returns what is fresh.
  Rendered get(const std::string& address, const Actor& actor);
  /// Sends the view to the watcher (or "unchanged" when it has `version`) and every later change of it.
  void watch(const std::shared_ptr<Watcher>& watcher, const std::string& address, const Actor& actor, int64_t version);
  void unwatch(const Watcher* watcher, const std::string& address);
  void gone(const Watcher* watcher);
  /// These tables changed; none named: any may have. Also called with "minute" and "day" as time passes.
  void touched(const std::set<std::string>& tables);

  struct Counts {
    size_t views, watches;
    int64_t rendered, served_fresh, sent;
  };
  Counts counts();

 private:
  struct Watch {
    std::weak_ptr<Watcher> watcher;
    const Watcher* id;
    int64_t version;  ///< what it has; -1 = nothing yet
  };
  struct View {
    std::string key, address;
    Actor actor;
    std::set<std::string> tables;
    uint64_t generation = 0;
    Rendered rendered;
    bool packed = false;  ///< `rendered.zipped` is there, or not worth it
    std::vector<Watch> watches;
    bool rendering = false, again = false;
  };
  using Handle = std::shared_ptr<View>;

  std::string key_of(const std::string& address, const Actor& actor) const;
  uint64_t generation_of(const std::set<std::string>& tables) const;  // with mutex_ held
  bool is_fresh(const View& view) const;
  Rendered render(View& view);
  Rendered pack(View& view, Rendered rendered);
  void refresh(const Handle& view);
  void tell(const Handle& view);
  Handle view_at(const std::string& address, const Actor& actor);
  void let_go(const Watcher* watcher, const Handle& view);
  void drop_unwatched();

  Engine& engine_;
  Loops loops_;
  std::mutex mutex_;
  std::unordered_map<std::string, Handle> views_;
  std::unordered_map<const Watcher*, std::vector<Handle>> watching_;  // who leaves is not looked for in every view
  std::unordered_map<std::string, uint64_t> touched_at_;  // table -> generation of its last change
  uint64_t generation_ = 1, all_touched_at_ = 0;
  size_t kept_bytes_ = 0;  // rendered since unwatched views were last dropped
  int64_t rendered_ = 0, served_fresh_ = 0, sent_ = 0;
};

/// Splits "/api/session.show?session=3" and finds the read operation.
struct Address {
  const Operation* operation = nullptr;
  Query query;
};
std::optional<Address> parse_address(const Catalogue& catalogue, std::string_view address);

}  // namespace giaoban::live
