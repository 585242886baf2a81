#include "base/outcome.hpp"

#include "base/limits.hpp"

namespace giaoban {

int status_of(Problem::Kind kind) {
  switch (kind) {
    case Problem::Kind::invalid: return 422;
    case Problem::Kind::unauthenticated: return 401;
    case Problem::Kind::forbidden: return 403;
    case Problem::Kind::not_found: return 404;
    case Problem::Kind::conflict: return 409;
    case Problem::Kind::too_large: return 413;
    case Problem::Kind::too_many: return 429;
    case Problem::Kind::unavailable: return 503;
  }
  return 500;
}

const char* name_of(Problem::Kind kind) {
  switch (kind) {
    case Problem::Kind::invalid: return "invalid";
    case Problem::Kind::unauthenticated: return "unauthenticated";
    case Problem::Kind::forbidden: return "forbidden";
    case Problem::Kind::not_found: return "not-found";
    case Problem::Kind::conflict: return "conflict";
    case Problem::Kind::too_large: return "too-large";
    case Problem::Kind::too_many: return "too-many";
    case Problem::Kind::unavailable: return "unavailable";
  }
  return "error";
}

tl::unexpected<Problem> forbidden() {
  return refuse(Problem::Kind::forbidden,
                {"Chức danh của bạn không có quyền làm việc này. Hãy hỏi quản trị viên của cơ quan.",
                 "Your office does not have the right to do this. Ask your administrator."});
}

tl::unexpected<Problem> not_found(Text what) { return refuse(Problem::Kind::not_found, std::move(what)); }
tl::unexpected<Problem> conflict(Text why) { return refuse(Problem::Kind::conflict, std::move(why)); }

tl::unexpected<Problem> Faults::problem() const {
  if (fields_.size() == 1) return refuse(Problem::Kind::invalid, fields_.front().message, fields_);
  auto count = std::to_string(fields_.size());
  auto shown = fields_;
  if (shown.size() > faults_shown_max) shown.resize(faults_shown_max);
  return refuse(Problem::Kind::invalid,
                {"Có " + count + " chỗ cần sửa. Chưa có gì được ghi.",
                 count + " fields need correcting. Nothing was saved."},
                std::move(shown));
}

}  // namespace giaoban
