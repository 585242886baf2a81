#include "documents/imprint.hpp"

#include <doctest/doctest.h>

namespace giaoban::documents {

namespace {
Clause task() {
  Clause c;
  c.lead = "Ban Quản lý dự án";
  c.text = "Rà soát các dự án giải ngân dưới 25% kế hoạch.";
  c.due = Date::of(2021, 5, 20);
  return c;
}
const auto issued = Date::of(2021, 5, 10);
}  // namespace

TEST_CASE("a task is worded with lead, co-ordinating units, due date and deliverable") {
  auto c = task();
  CHECK(sentence(c, issued, Language::vi) ==
        "Giao Ban Quản lý dự án chủ trì, rà soát các dự án giải ngân dưới 25% kế hoạch; hoàn thành chậm nhất "
        "ngày 20 "
        "tháng 5.");
  c.co_ordinating = {"Phòng Tài chính - Kế hoạch", "Trung tâm Phát triển quỹ đất"};
  c.deliverable = "Tờ trình";
  c.topic = "Về đầu tư công";
  CHECK(sentence(c, issued, Language::vi) ==
        "Về đầu tư công: giao Ban Quản lý dự án chủ trì, phối hợp với Phòng Tài chính - Kế hoạch và Trung "
        "tâm Phát triển "
        "quỹ đất rà soát các dự án giải ngân dưới 25% kế hoạch; hoàn thành chậm nhất ngày 20 tháng 5; sản "
        "phẩm: tờ trình.");
}

TEST_CASE("the last day of a month is the month; another year is said") {
  auto c = task();
  c.due = Date::of(2021, 5, 31);
  CHECK(sentence(c, issued, Language::vi).ends_with("; hoàn thành trong tháng 5."));
  c.due = Date::of(2022, 2, 28);
  CHECK(sentence(c, issued, Language::vi).ends_with("; hoàn thành trong tháng 02 năm 2022."));
  c.due = Date::of(2022, 1, 5);
  CHECK(sentence(c, {}, Language::vi).ends_with("chậm nhất ngày 05 tháng 01 năm 2022."));
}

TEST_CASE("a conclusion without a lead stands as it is written") {
  Clause c;
  c.text = "Thống nhất với báo cáo";
  CHECK(sentence(c, issued, Language::vi) == "Thống nhất với báo cáo.");
  c.text = "Thống nhất với báo cáo; giao:";
  CHECK(sentence(c, issued, Language::vi) == "Thống nhất với báo cáo; giao:");
  c.topic = "Về đầu tư công";
  c.text = "";
  CHECK(sentence(c, issued, Language::vi) == "Về đầu tư công:");
}

TEST_CASE("names and abbreviations keep their capitals after a colon") {
  Clause c;
  c.topic = "Về giải phóng mặt bằng";
  c.text = "UBND phường Ka Long báo cáo";
  CHECK(sentence(c, issued, Language::vi) == "Về giải phóng mặt bằng: UBND phường Ka Long báo cáo.");
  c.text = "Văn phòng HĐND và UBND rà soát";
  CHECK(sentence(c, issued, Language::vi) == "Về giải phóng mặt bằng: Văn phòng HĐND và UBND rà soát.");
  c.text = "Tập trung giải quyết dứt điểm";
  CHECK(sentence(c, issued, Language::vi) == "Về giải phóng mặt bằng: tập trung giải quyết dứt điểm.");
}

TEST_CASE("English") {
  auto c = task();
  c.lead = "The Project Management Board";
  c.text = "review projects below 25% of plan";
  CHECK(sentence(c, issued, Language::en) ==
        "The Project Management Board shall lead and review projects below 25% of plan; to be completed by "
        "20 May.");
}

TEST_CASE("recipients end with the archive") {
  auto r = recipients({{"Như trên;", "UBND các xã, phường"}, "VT, TH."}, Language::vi);
  CHECK(r.label == "Nơi nhận:");
  CHECK(r.lines == std::vector<std::string>{"- Như trên;", "- UBND các xã, phường;", "- Lưu: VT, TH."});
  CHECK(recipients({}, Language::vi).lines.back() == "- Lưu: VT.");
}

TEST_CASE("clauses are numbered I., 1., a) and carry their anchors") {
  Clause inner = task(), outer;
  inner.id = "x-1";
  outer.topic = "Về đầu tư công";
  outer.points = std::vector<Clause>(6, inner);
  std::vector<Block> blocks;
  append(blocks, {{"Nhiệm vụ", {}, {outer, task()}}}, {});
  std::string markers;
  for (auto& block : blocks) markers += std::get<Paragraph>(block).marker + " ";
  CHECK(markers == "I. 1. a) b) c) d) đ) e) 2. ");
  CHECK(std::get<Paragraph>(blocks[1]).keep_next);  // its first point follows on the same page
  CHECK(std::get<Paragraph>(blocks[2]).anchor == "x-1");
}

}  // namespace giaoban::documents
