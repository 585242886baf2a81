#include "live/views.hpp"

#include <sodium.h>

#include "live/gzip.hpp"

namespace giaoban::live {
namespace {

/// Below a packet's size compression saves nothing.
constexpr size_t zip_from_bytes = 1400;

int64_t version_of(std::string_view data) {
  unsigned char hash[16];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(data.data()), data.size(), nullptr, 0);
  int64_t v = 0;
  for (int i = 0; i < 7; ++i) v = v << 8 | hash[i];
  return (v >> 4) & 0xfffffffffffff;  // 52 bits
}

std::string quoted(std::string_view s) { return boost::json::serialize(boost::json::string(s)); }

}  // namespace

Views::Views(Engine& engine, Loops loops) : engine_(engine), loops_(std::move(loops)) {}

std::string Views::key_of(const std::string& address, const Actor& actor) const {
  auto end = address.find('?');
  auto* operation = engine_.catalogue().find(std::string_view(address).substr(0, end).substr(std::min<size_t>(5, address.size())));
  if (operation && operation->right == Right::open && !operation->personal) return address;
  if (!actor.signed_in()) return address + "|-";
  if (operation && operation->personal) return address + "|#" + std::to_string(actor.account);
  return address + "|" + std::to_string(actor.seat);
}

uint64_t Views::generation_of(const std::set<std::string>& tables) const {
  uint64_t newest = all_touched_at_;
  for (auto& t : tables)
    if (auto it = touched_at_.find(t); it != touched_at_.end()) newest = std::max(newest, it->second);
  return newest;
}

bool Views::is_fresh(const View& view) const {
  return view.rendered.body && view.generation >= generation_of(view.tables);
}

std::optional<Rendered> Views::fresh(const std::string& address, const Actor& actor) {
  std::lock_guard lock(mutex_);
  auto it = views_.find(key_of(address, actor));
  if (it == views_.end() || !is_fresh(*it->second) || !it->second->packed) return {};
  ++served_fresh_;
  return it->second->rendered;
}

/// Renders outside the lock. The generation is taken first: a commit in between makes the view stale again.
Rendered Views::render(View& view) {
  std::unique_lock lock(mutex_);
  auto generation = generation_;
  auto address = view.address;
  auto actor = view.actor;
  lock.unlock();

  Rendered r;
  std::set<std::string> tables;
  auto parsed = parse_address(engine_.catalogue(), address);
  if (!parsed) {
    r.status = 404;
    r.body = std::make_shared<const std::string>(json::text_of_problem(not_found({"Không có địa chỉ này.", "There is no such address."}).value()));
  } else {
    auto request = parsed->operation->request_from_query(parsed->query);
    if (request) {
      auto reply = engine_.read(*parsed->operation, *request, actor);
      r.done = reply.done;
      r.status = reply.status;
      r.body = std::make_shared<const std::string>(std::move(reply.body));
      tables = std::move(reply.tables);
    } else {
      r.status = status_of(request.error().kind);
      r.body = std::make_shared<const std::string>(json::text_of_problem(request.error()));
    }
  }
  r.version = version_of(*r.body);

  lock.lock();
  ++rendered_;
  kept_bytes_ += r.body->size();
  view.rendered = r;
  view.packed = r.body->size() < zip_from_bytes;
  view.tables = std::move(tables);
  view.generation = generation;
  return r;
}

/// With its gzip, for who fetches it: watchers are sent the text, and a view that changes every second is not packed
/// for nobody.
Rendered Views::pack(View& view, Rendered r) {
  if (r.zipped || r.body->size() < zip_from_bytes) return r;
  if (auto z = gzip(*r.body); !z.empty()) r.zipped = std::make_shared<const std::string>(std::move(z));
  std::lock_guard lock(mutex_);
  if (view.rendered.body != r.body || view.packed) return r;
  if (r.zipped) kept_bytes_ += r.zipped->size();
  view.rendered.zipped = r.zipped;
  view.packed = true;
  return r;
}

/// The view at the address for this kind of viewer, made when it is not there. With mutex_ held.
Views::Handle Views::view_at(const std::string& address, const Actor& actor) {
  auto key = key_of(address, actor);
  if (auto it = views_.find(key); it != views_.end()) return it->second;
  if (views_.size() >= views_max || kept_bytes_ > views_bytes_max) drop_unwatched();
  auto view = std::make_shared<View>();
  view->key = key;
  view->address = address;
  view->actor = actor;
  return views_[key] = view;
}

Rendered Views::get(const std::string& address, const Actor& actor) {
  Handle view;
  std::optional<Rendered> there;
  {
    std::lock_guard lock(mutex_);
    view = view_at(address, actor);
    if (is_fresh(*view)) {
      there = view->rendered;
    } else if (!view->watches.empty()) {
      // Someone watches it: it is being refreshed for them; answer this one by itself.
      view = std::make_shared<View>();
      view->address = address;
      view->actor = actor;
    } else {
      // One's own, put where the stale one was: another may be rendering that.
      auto anew = std::make_shared<View>();
      anew->key = view->key;
      anew->address = address;
      anew->actor = actor;
      view = views_[anew->key] = anew;
    }
  }
  if (there) return pack(*view, std::move(*there));
  auto r = pack(*view, render(*view));
  if (!r.done) {  // a refusal is not kept: what is missing now may be there a moment later
    std::lock_guard lock(mutex_);
    auto it = views_.find(view->key);
    if (it != views_.end() && it->second == view && view->watches.empty()) views_.erase(it);
  }
  return r;
}

void Views::watch(const std::shared_ptr<Watcher>& watcher, const std::string& address, const Actor& actor, int64_t version) {
  Handle view;
  {
    std::lock_guard lock(mutex_);
    view = view_at(address, actor);
    std::erase_if(view->watches, [&](const Watch& w) { return w.id == watcher.get(); });
    auto& own = watching_[watcher.get()];
    if (std::find(own.begin(), own.end(), view) == own.end()) own.push_back(view);
    view->watches.push_back({watcher, watcher.get(), -1});
    if (is_fresh(*view) && view->rendered.version == version) {
      view->watches.back().version = version;
      auto message = std::make_shared<const std::string>("{\"of\":" + quoted(address) + ",\"version\":" + std::to_string(version) +
                                                         ",\"now\":\"" + engine_.clock().now().iso() + "\",\"unchanged\":true}");
      loops_.io([watcher, message] { watcher->send(message); });
      return;
    }
    // Remember what it has, so that an equal rendering is answered with "unchanged".
    if (version >= 0) view->watches.back().version = -2 - version;
  }
  refresh(view);
}

/// Brings a watched view up to date and tells its watchers; several touches while it is rendered become one.
void Views::refresh(const Handle& view) {
  {
    std::lock_guard lock(mutex_);
    if (view->rendering) {
      view->again = true;
      return;
    }
    view->rendering = true;
  }
  loops_.worker([this, view] {
    for (;;) {
      bool need;
      {
        std::lock_guard lock(mutex_);
        need = !is_fresh(*view);
      }
      if (need) render(*view);
      tell(view);
      std::lock_guard lock(mutex_);
      if (!view->again) {
        view->rendering = false;
        return;
      }
      view->again = false;
    }
  });
}

void Views::tell(const Handle& view) {
  std::vector<std::shared_ptr<Watcher>> changed, same;
  Buffer message, unchanged;
  {
    std::lock_guard lock(mutex_);
    auto& r = view->rendered;
    auto head = "{\"of\":" + quoted(view->address) + ",\"version\":" + std::to_string(r.version) + ",\"now\":\"" + engine_.clock().now().iso() + "\",";
    for (auto& w : view->watches) {
      if (w.version == r.version) continue;
      bool has_it = w.version == -2 - r.version;
      w.version = r.version;
      if (auto alive = w.watcher.lock()) (has_it ? same : changed).push_back(std::move(alive));
    }
    if (!changed.empty()) message = std::make_shared<const std::string>(head + (r.done ? "\"data\":" : "\"problem\":") + *r.body + "}");
    if (!same.empty()) unchanged = std::make_shared<const std::string>(head + "\"unchanged\":true}");
    sent_ += static_cast<int64_t>(changed.size());
  }
  if (changed.empty() && same.empty()) return;
  loops_.io([changed = std::move(changed), same = std::move(same), message, unchanged] {
    for (auto& w : changed) w->send(message);
    for (auto& w : same) w->send(unchanged);
  });
}

void Views::unwatch(const Watcher* watcher, const std::string& address) {
  std::lock_guard lock(mutex_);
  auto own = watching_.find(watcher);
  if (own == watching_.end()) return;
  std::erase_if(own->second, [&](const Handle& view) {
    if (view->address != address) return false;
    let_go(watcher, view);
    return true;
  });
}

void Views::gone(const Watcher* watcher) {
  std::lock_guard lock(mutex_);
  auto own = watching_.find(watcher);
  if (own == watching_.end()) return;
  for (auto& view : own->second) let_go(watcher, view);
  watching_.erase(own);
}

/// With mutex_ held. A view that was only ever refused is not worth keeping once nobody waits for it.
void Views::let_go(const Watcher* watcher, const Handle& view) {
  std::erase_if(view->watches, [&](const Watch& w) { return w.id == watcher; });
  if (!view->watches.empty() || view->rendered.done) return;
  if (auto it = views_.find(view->key); it != views_.end() && it->second == view) views_.erase(it);
}

void Views::touched(const std::set<std::string>& tables) {
  std::vector<Handle> stale;
  {
    std::lock_guard lock(mutex_);
    ++generation_;
    if (tables.empty()) all_touched_at_ = generation_;
    for (auto& t : tables) touched_at_[t] = generation_;
    for (auto& [key, view] : views_)
      if (!view->watches.empty() && !is_fresh(*view)) stale.push_back(view);
  }
  for (auto& view : stale) refresh(view);
}

void Views::drop_unwatched() {
  std::erase_if(views_, [](auto& entry) { return entry.second->watches.empty() && !entry.second->rendering; });
  kept_bytes_ = 0;
}

Views::Counts Views::counts() {
  std::lock_guard lock(mutex_);
  size_t watches = 0;
  for (auto& [key, view] : views_) watches += view->watches.size();
  return {views_.size(), watches, rendered_, served_fresh_, sent_};
}

}  // namespace giaoban::live
