// What the guard reads, flags and leaves alone, sentence by sentence.
#include <rapidcheck.h>

#include "figures/guard/guard_corpus_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
using namespace giaoban::figures::guard;

namespace {

const Month april = Month::of(2021, 4);

/// "why: written" of each finding.
std::string found(const std::string& text, Month month = april) {
  std::string out;
  for (auto& f : check_city(text, month).findings)
    out += (out.empty() ? "" : "; ") + std::string(boost::describe::enum_to_string(f.why, "")) + ": " + f.written;
  return out;
}
int bound(const std::string& text) { return check_city(text, april).checked; }

}  // namespace

TEST_CASE("guard: each slip has its reason") {
  CHECK(found("Kim ngạch xuất nhập khẩu tháng 4 đạt 386,4 triệu USD, tăng 26% so với tháng trước.") == "");
  CHECK(found("Kim ngạch xuất nhập khẩu tháng 4 đạt 368,4 triệu USD.") == "differs: 368,4 triệu USD");
  CHECK(found("Kim ngạch xuất nhập khẩu tháng 4 giảm 26% so với tháng trước.") == "direction: 26%");
  CHECK(found("Kim ngạch xuất nhập khẩu tháng 4 đạt 386,4 tỷ USD.") == "thousandfold: 386,4 tỷ USD");
  CHECK(found("Kim ngạch xuất nhập khẩu tháng 4 đạt 38,64 triệu USD.") == "tenfold: 38,64 triệu USD");
  CHECK(found("Kim ngạch xuất nhập khẩu tháng 4 tăng 28,5% so với tháng trước.") == "other_base: 28,5%");
  CHECK(found("Kim ngạch xuất nhập khẩu 4 tháng đạt 386,4 triệu USD.") == "other_period: 386,4 triệu USD");
  CHECK(found("Kim ngạch xuất nhập khẩu tháng 4 tăng 26% so với 360,7 triệu USD của tháng trước.") == "differs: 360,7 triệu USD");
  CHECK(found("Kim ngạch xuất nhập khẩu tháng 3 đạt 304,9 triệu USD.") == "differs: 304,9 triệu USD");
  CHECK(found("Import-export turnover in April was $386.4 billion, down 26% on the month before.") ==
        "thousandfold: $386.4 billion; direction: 26%");
}

TEST_CASE("guard: a number that was right before a revision is told so") {
  auto result = check_city("Kim ngạch xuất nhập khẩu tháng 3/2021 đạt 304,9 triệu USD.", april);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].reason.en.find("before the figures were revised") != std::string::npos);
}

TEST_CASE("guard: a finding says where, why, what the data say and what to write, in both languages") {
  std::string text = "Tổng mức bán lẻ hàng hóa tháng 4 tăng 3,1% so với tháng trước.";
  auto result = check_city(text, april);
  REQUIRE(result.findings.size() == 1);
  auto& f = result.findings[0];
  CHECK(text.substr(f.at.begin, f.at.end - f.at.begin) == "3,1%");
  CHECK(f.indicator == "retail_sales");
  CHECK(f.data == Text{"tăng 1,3% so với tháng trước", "up 1.3% on the month before"});
  CHECK(f.reason.vi.find("“3,1%”") != std::string::npos);
  CHECK(f.reason.en.find("up 1.3%") != std::string::npos);
  CHECK(f.suggestion == Text{"Viết “tăng 1,3%”.", "Write “up 1.3%”."});
}

TEST_CASE("guard: offices write in many ways, and rightly") {
  for (auto* text : {
           "Tổng kim ngạch XNK tăng 26% so tháng trước; lũy kế 4 tháng đầu năm tăng 4,3% so với CK.",
           "Tổng thu NSNN bằng 120% so CK; giá trị giải ngân vốn XDCB bằng 232,7% so cùng kỳ.",
           "Giá trị sản xuất công nghiệp 4 tháng đầu năm 2021 tăng 36,6%CK.",
           "So với tháng trước, kim ngạch xuất nhập khẩu tăng 26%.",
           "Trong tháng 4/2021, kim ngạch xuất nhập khẩu ước đạt hơn 386 triệu USD.",
           "Kim ngạch xuất nhập khẩu 4 tháng đạt gần 1.215 triệu USD, đạt 31,1% KH.",
           "Kim ngạch xuất nhập khẩu 4 tháng đạt 1,2 tỷ USD.",
           "Kim ngạch xuất nhập khẩu tháng 4 tăng 26% so với 306,7 triệu USD của tháng trước.",
           "Kim ngạch xuất nhập khẩu trong tháng 3/2021 đạt 306,7 triệu USD.",
           "Kim ngạch xuất nhập khẩu quý I/2021 đạt 828,4 triệu USD, giảm 29,7% so với quý trước.",
           "Kim ngạch xuất nhập khẩu tháng 4 bằng 126% tháng 3/2021.",
           "Kim ngạch xuất nhập khẩu tháng 4 tăng 26% so với tháng 3/2021.",
           "KIM NGẠCH XUẤT NHẬP KHẨU THÁNG 4 ĐẠT 386,4 TRIỆU USD",
           "Import-export turnover rose by 26% compared with the month before.",
           "In the first four months, import-export turnover reached 1.21 billion USD, 4.3% higher than in the same period last year."}) {
    CAPTURE(text);
    CHECK(found(text) == "");
    CHECK(bound(text) > 0);
  }
}

TEST_CASE("guard: what it cannot bind it leaves alone") {
  for (auto* text : {
           "Thu từ xuất nhập khẩu tăng 55% so với tháng trước.",
           "Kim ngạch xuất nhập khẩu hàng dệt may đạt 12 triệu USD, tăng 3% so với tháng trước.",
           "Phấn đấu kim ngạch xuất nhập khẩu tháng 5 đạt 400 triệu USD.",
           "Kim ngạch xuất nhập khẩu và tổng mức bán lẻ hàng hóa tăng 5% so với tháng trước.",
           "Kim ngạch xuất nhập khẩu so với tháng trước và cùng kỳ tăng lần lượt 5% và 6%.",
           "Kim ngạch xuất nhập khẩu tháng 4 tăng 26% so với 306,7 triệu USD.",
           "Xuất nhập khẩu qua cửa khẩu Bắc Luân II đạt 99 triệu USD.",
           "Kim ngạch xuất nhập khẩu tính đến ngày 15/4/2021 đạt 190 triệu USD.",
           "Ngày 06/5/2021, 14/16 đơn vị đã báo cáo theo ISO 9001:2015, khu 3-5, km3.",
           "Lúa tháng 4 đạt 386 tấn, tăng 40% so với tháng trước."}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("guard: a text is held against itself") {
  CHECK(found("Chi ngân sách đạt 100 tỷ đồng, trong đó chi thường xuyên 120 tỷ đồng.") == "part_exceeds: 120 tỷ đồng");
  CHECK(found("Chi ngân sách đạt 100 tỷ đồng, bao gồm chi thường xuyên 60 tỷ đồng, chi đầu tư 30 tỷ đồng.") ==
        "parts_differ: 100 tỷ đồng");
  CHECK(found("Chi ngân sách đạt 100 tỷ đồng, bao gồm chi thường xuyên 60 tỷ đồng, chi đầu tư 40 tỷ đồng.") == "");
  CHECK(found("Chi ngân sách đạt 100 tỷ đồng, trong đó chi thường xuyên 60 tỷ đồng, chiếm 70%.") == "ratio: 70%");
  CHECK(found("Số thuê bao tăng từ 120 nghìn người lên 100 nghìn người.") == "direction: tăng từ 120 nghìn người lên 100 nghìn người");
  auto alone = [](const std::string& text) {
    auto result = check(text, city_words(), {april, {}, Language::vi}, {city().indicators(), nullptr, wording()});
    return result.findings.empty() ? std::string() : std::string(boost::describe::enum_to_string(result.findings[0].why, ""));
  };
  CHECK(alone("Kim ngạch xuất nhập khẩu tháng 4/2021 đạt 400 triệu USD, tháng 4/2020 đạt 300 triệu USD. Kim ngạch xuất "
              "nhập khẩu tháng 4/2021 tăng 20% so với cùng kỳ năm trước.") == "ratio");
  CHECK(alone("Kim ngạch xuất nhập khẩu tháng 4 đạt 400 triệu USD; 4 tháng đạt 390 triệu USD.") == "part_exceeds");
  CHECK(alone("Kim ngạch xuất nhập khẩu tháng 4 đạt 400 triệu USD. Kim ngạch xuất nhập khẩu tháng 4 đạt 410 triệu USD.") ==
        "said_otherwise");
}

TEST_CASE("guard: any bytes are read, and what is found lies in them") {
  const std::string seed = "Kim ngạch xuất nhập khẩu (tháng 4) đạt 368,4 triệu USD, tăng từ 2% lên 1% so với cùng kỳ; trong đó 9 tỷ đồng";
  CHECK(rc::check("damaged texts", [&] {
    auto text = seed + seed;
    for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
      auto at = static_cast<size_t>(*rc::gen::inRange<int>(0, static_cast<int>(text.size())));
      text.insert(at, *rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
      text.erase(static_cast<size_t>(*rc::gen::inRange<int>(0, static_cast<int>(text.size()))), 3);
    }
    auto result = check_city(text, april);
    for (auto& f : result.findings) RC_ASSERT(f.at.begin < f.at.end && f.at.end <= text.size());
  }));
}
