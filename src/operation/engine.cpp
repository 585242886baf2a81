#include "operation/engine.hpp"

#include <spdlog/spdlog.h>

#include "journal/journal.hpp"

namespace giaoban {
namespace {

Reply refused(const Problem& problem) {
  Reply r;
  r.status = status_of(problem.kind);
  r.body = json::text_of_problem(problem);
  return r;
}

Reply broken(const std::string& operation, const std::exception& e) {
  if (auto* store = dynamic_cast<const db::Unavailable*>(&e)) {
    spdlog::error("store unavailable in {}: {}", operation, e.what());
    return refused({Problem::Kind::unavailable, store->text, {}});
  }
  // A broken invariant costs this one request; what it was is in the log, not in the answer.
  spdlog::error("operation {} failed: {}", operation, e.what());
  Reply r;
  r.status = 500;
  r.body = R"({"type":"/problems/error","title":{"vi":"Có lỗi trong chương trình; chưa có gì được ghi. Lỗi đã vào nhật ký máy chủ.","en":"The program failed; nothing was saved. The failure is in the server's log."},"status":500,"fields":[]})";
  return r;
}

/// What was answered when the same key came before, or why it cannot be answered; nothing for a new key.
std::optional<Reply> answered(db::Transaction& tx, const Operation& operation, const Actor& actor, const std::string& key, const std::string& request_hash) {
  auto before = journal::answer_to(tx, actor.account, key);
  if (!before) return {};
  if (before->operation != operation.name || before->request != request_hash)
    return refused({Problem::Kind::conflict, {"Khóa chống gửi trùng đã dùng cho nội dung khác.", "This idempotency key was used for another request."}, {}});
  if (!before->body)
    return refused({Problem::Kind::conflict, {"Việc này đã được ghi từ lần gửi trước. Hãy tải lại trang.", "This was done when it was sent before. Reload the page."}, {}});
  Reply reply;
  reply.done = true;
  reply.status = 200;
  reply.body = std::move(*before->body);
  return reply;
}

}  // namespace

std::optional<Problem> Engine::right_missing(const Operation& operation, const Actor& actor) const {
  if (operation.right == Right::open) return {};
  if (operation.right == Right::demo) return demo_ ? std::optional<Problem>() : forbidden().value();
  if (!actor.signed_in())
    return Problem{Problem::Kind::unauthenticated, {"Bạn cần đăng nhập.", "Please sign in."}, {}};
  if (!rights_.holds(actor.office, operation.right)) return forbidden().value();
  return {};
}

Reply Engine::read(const Operation& operation, const boost::json::value& request, const Actor& actor) {
  if (auto problem = right_missing(operation, actor)) return refused(*problem);
  Reply reply;
  try {
    database_.read([&](db::Transaction& tx) {
      Context context(tx, actor, rights_, clock_.now(), 0, demo_);
      if (operation.run_file) {
        auto file = operation.run_file(context, request);
        if (file) {
          reply = {true, std::move(file->bytes), std::move(file->name), std::move(file->content_type), 200, {}, {}};
        } else {
          reply = refused(file.error());
        }
        return;
      }
      auto result = operation.run(context, request);
      reply.tables = tx.tables_read();
      if (result) {
        reply.done = true;
        reply.status = 200;
        reply.body = std::move(*result);
      } else {
        reply.status = status_of(result.error().kind);
        reply.body = json::text_of_problem(result.error());
      }
    });
  } catch (const std::exception& e) {
    return broken(operation.name, e);
  }
  return reply;
}

Reply Engine::change(const Operation& operation, const boost::json::value& request, const Actor& actor,
                     const std::string& key) {
  if (auto problem = right_missing(operation, actor)) return refused(*problem);
  // Answers with tokens in them are not kept: a repeated sign-in is simply another one. Nor are those to strangers,
  // who share their account.
  bool repeatable = !key.empty() && !operation.secret && !operation.before_sign_in && actor.signed_in();
  auto sent = boost::json::serialize(request);
  Reply reply;
  std::vector<std::function<void()>> after;
  try {
    auto hash = journal::request_hash(sent);
    database_.write(
        [&](db::Transaction& tx) {
          if (repeatable)
            if (auto before = answered(tx, operation, actor, key, hash)) {
              reply = std::move(*before);
              return false;
            }
          // Entries are in order of time even when the machine's clock is set back.
          auto now = std::max({clock_.now(), Instant{last_entry_ms_}, journal::head_at(tx)});
          auto head = journal::head(tx);
          // Another process wrote since: what is decided from memory must know it, whether or not we have heard.
          if (head != followed_to_) follow(tx, head, {});
          auto seq = head + 1;
          Context context(tx, actor, rights_, now, seq, demo_);
          auto result = operation.run(context, request);
          if (!result) {
            reply = refused(result.error());
            return false;
          }
          journal::append(tx, {seq, now, actor.account,
                               actor.signed_in() ? boost::describe::enum_to_string(actor.office, "") : "", actor.unit_code,
                               operation.name, context.subject(),
                               operation.secret ? "{}" : sent, {}});
          if (repeatable) journal::keep_answer(tx, actor.account, key, seq, now, {operation.name, hash, *result});
          reply.done = true;
          reply.status = 200;
          reply.body = std::move(*result);
          reply.session_token = context.session_token;
          reply.device_token = context.device_token;
          after = context.after();
          last_entry_ms_ = now.ms;
          return true;
        },
        [&](db::Transaction& tx) {
          for (auto& f : after) f();
          followed_to_ = tx.entry();
          reply.tables = tx.tables_written();
          if (on_commit_) on_commit_(reply.tables);
        });
  } catch (const std::exception& e) {
    return broken(operation.name, e);
  }
  return reply;
}

std::optional<Reply> Engine::answer_before(const Operation& operation, const boost::json::value& request, const Actor& actor, const std::string& key) {
  std::optional<Reply> before;
  if (key.empty() || !actor.signed_in()) return before;
  auto hash = journal::request_hash(boost::json::serialize(request));
  database_.read([&](db::Transaction& tx) { before = answered(tx, operation, actor, key, hash); });
  return before;
}

void Engine::follow_others(int64_t loaded_at, Follow f) {
  followed_to_ = loaded_at;
  follow_ = std::move(f);
}

void Engine::follow(db::Transaction& tx, int64_t head, const std::set<std::string>& tables) {
  if (follow_) follow_(tx, tables);
  followed_to_ = head;
}

void Engine::heard(const db::Commit& commit) {
  // In the turn to write, so that no change of our own comes in between; nothing is written.
  database_.write([&](db::Transaction& tx) {
    auto head = journal::head(tx);
    if (commit.entry && commit.entry <= followed_to_) return false;  // known already
    bool nothing_else = commit.entry ? commit.entry == head && head == followed_to_ + 1 : head == followed_to_;
    follow(tx, head, nothing_else ? commit.tables : std::set<std::string>());
    return false;
  });
  if (on_commit_) on_commit_(commit.tables);
}

Reply Engine::call(std::string_view name, const boost::json::value& request, const Actor& actor, const std::string& key) {
  auto* operation = catalogue_.find(name);
  if (!operation) throw std::logic_error("no such operation: " + std::string(name));
  return operation->change ? change(*operation, request, actor, key) : read(*operation, request, actor);
}

}  // namespace giaoban
