// The story as it is written, saved as one goes. Nothing of it is public before it is published.
#include "pictures/pictures.hpp"
#include "press/room.hpp"
#include "session/session.hpp"

namespace giaoban::press {
namespace {

constexpr size_t title_max = 300, lead_max = 2000, body_max = 40'000;  // a headline, a paragraph, a long story
constexpr size_t figures_max = 10;

void check_length(Faults& faults, const Text& text, size_t most, const std::string& pointer) {
  for (auto& [part, name] : {std::pair(&text.vi, "/vi"), std::pair(&text.en, "/en")})
    faults.require(part->size() <= most, pointer + name, {"Dài quá; hãy rút gọn.", "Too long; please shorten it."});
}

/// What the public will see of it must be there: proven now, while the editor can still choose another.
void check_picture(Context& context, const figures::Tools& tools, Faults& faults, int64_t id) {
  const char* const at = "/story/picture";
  auto file = files::find(context.tx, id);
  if (!file || !units::may_act_for(context, file->unit))
    return faults.add(at, {"Không có tệp này; hãy tải ảnh lên lại.", "There is no such file; please send the picture again."});
  auto named = pictures::format_named(file->name);
  if (!named) return faults.add(at, {"Ảnh cần là tệp JPG, PNG hoặc WebP.", "A picture is a JPG, PNG or WebP file."});
  auto bytes = tools.files.read(file->hash);
  if (!bytes) return faults.add(at, {"Tệp không còn trong kho; hãy tải ảnh lên lại.", "The file is no longer in the store; please send the picture again."});
  auto picture = pictures::bare(*bytes);
  if (!picture) return faults.add(at, picture.error().title);
  faults.require(picture->format == *named, at, {"Tên tệp và nội dung ảnh không khớp loại.", "The picture is of another kind than its name says."});
}

}  // namespace

Outcome<View> edit(Context& context, const figures::Tools& tools, const Edit& request) {
  Faults faults;
  auto& s = request.story;
  check_length(faults, s.title, title_max, "/story/title");
  check_length(faults, s.lead, lead_max, "/story/lead");
  check_length(faults, s.body, body_max, "/story/body");
  check_length(faults, s.picture_text, title_max, "/story/picture_text");
  faults.require(s.figures.size() <= figures_max, "/story/figures", {"Chọn tối đa 10 chỉ tiêu.", "Choose at most 10 figures."});
  auto facts = figures::month_facts(context.tx, tools, request.month);
  for (size_t i = 0; i < s.figures.size(); ++i) {
    auto* fact = facts.find(s.figures[i]);
    faults.require(fact && fact->indicator.key, "/story/figures/" + std::to_string(i), {"Không có chỉ tiêu này trong các chỉ tiêu chủ yếu.", "This is not among the main indicators."});
  }
  if (s.picture) check_picture(context, tools, faults, *s.picture);
  if (faults.any()) return faults.problem();
  if (!session::current(context.tx, request.month)) return conflict({"Chưa có phiên họp của tháng này.", "No session of this month has been planned."});
  auto row = store::find(context.tx, request.month);
  if (row && request.revision && *request.revision != row->revision)
    return conflict({"Tin vừa được sửa ở nơi khác. Xem bản mới rồi sửa tiếp; nội dung bạn gõ vẫn còn.",
                     "The story has just been changed elsewhere. Look at it, then go on; what you typed is kept."});
  auto draft = json::text_of(s);
  if (row) context.tx.exec("update press_story set draft = ?, revision = revision + 1, saved_at = ? where id = ?", draft, context.at(), row->id);
  else context.tx.exec("insert into press_story(month, draft, revision, saved_at, vintage) values (?,?,1,?,0)", request.month, draft, context.at());
  context.about("press/" + request.month.iso());
  return show(context, tools, {request.month});
}

}  // namespace giaoban::press
