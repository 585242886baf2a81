#include "documents/samples.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "documents/docx.hpp"
#include "documents/html.hpp"
#include "documents/pdf.hpp"

namespace giaoban::documents::samples {

Imprint imprint() {
  Imprint i;
  i.parent_body = "UBND thành phố Móng Cái";
  i.issuing_body = "Văn phòng HĐND và UBND";
  i.number = 96;
  i.body = "VP";
  i.place = "Móng Cái";
  i.date = Date::of(2021, 5, 10);
  return i;
}

namespace {

Clause task(std::string id, std::string topic, std::string lead, std::vector<std::string> with,
            std::string text, Date due, std::string deliverable = {}) {
  Clause c;
  c.id = std::move(id);
  c.topic = std::move(topic);
  c.lead = std::move(lead);
  c.co_ordinating = std::move(with);
  c.text = std::move(text);
  c.due = due;
  c.deliverable = std::move(deliverable);
  return c;
}

ClauseSection assessment() {
  ClauseSection s{"Đánh giá tình hình tháng 4", {}, {}};
  Clause results, shortcomings;
  results.text =
      "Thống nhất với báo cáo. Tổng kim ngạch xuất nhập khẩu tăng 26% so với tháng trước, lũy kế bốn tháng "
      "tăng 4,3% so "
      "với cùng kỳ; tổng mức bán lẻ hàng hóa tăng 1,3% so với tháng trước, lũy kế bằng 104,9%; giá trị sản "
      "xuất công "
      "nghiệp tăng 36,6%; thu ngân sách nhà nước bằng 120% và giải ngân vốn xây dựng cơ bản bằng 232,7% so "
      "với cùng kỳ.";
  shortcomings.text =
      "Còn hạn chế: hoạt động của nhiều doanh nghiệp xuất nhập khẩu, du lịch, dịch vụ còn khó khăn; một số "
      "khoản thu dự "
      "kiến không hoàn thành; công tác chuẩn bị đầu tư một số dự án khởi công mới, tiến độ thi công và thời "
      "gian quyết "
      "toán một số công trình còn chậm.";
  results.id = "i-1";
  shortcomings.id = "i-2";
  s.clauses = {results, shortcomings};
  return s;
}

ClauseSection tasks() {
  ClauseSection s{"Nhiệm vụ trọng tâm tháng 5", {}, {}};
  auto may = [](int day) { return Date::of(2021, 5, day); };
  s.clauses.push_back(task("ii-1", "Về thu ngân sách", "Chi cục Thuế", {"UBND các xã, phường"},
                           "lập danh sách nợ thuế theo địa bàn, thu hồi ít nhất 40% số nợ", may(31)));
  Clause investment;
  investment.id = "ii-2";
  investment.topic = "Về đầu tư công";
  investment.points = {
      task("ii-2a", "", "Trung tâm Phát triển quỹ đất", {},
           "hoàn thành chi trả cho các hộ còn lại thuộc dự án hai bên đường dẫn cầu Bắc Luân II", may(31)),
      task("ii-2b", "", "Ban Quản lý dự án", {"Phòng Tài chính - Kế hoạch", "Trung tâm Phát triển quỹ đất"},
           "rà soát các dự án giải ngân dưới 25% kế hoạch, đề xuất điều chuyển vốn, trình UBND thành phố",
           may(20), "Tờ trình")};
  s.clauses.push_back(investment);
  s.clauses.push_back(
      task("ii-3", "Về y tế", "Trung tâm Y tế", {"UBND các xã, phường"},
           "kiểm tra toàn bộ cơ sở hành nghề y, dược tư nhân; giữ đúng quy trình lấy mẫu và tiêm chủng "
           "cho đối tượng ưu tiên",
           may(31)));
  s.clauses.push_back(
      task("ii-4", "Về quản lý chất lượng", "Văn phòng HĐND và UBND", {},
           "triển khai ngay Chính sách chất lượng của Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc "
           "gia TCVN ISO 9001:2015 tại từng phòng, ban, đơn vị",
           Date::of(2021, 6, 30), "Báo cáo"));
  s.clauses.push_back(
      task("ii-5", "Về xuất nhập khẩu", "Ban Quản lý cửa khẩu quốc tế Móng Cái", {"Chi cục Hải quan"},
           "nắm chắc tình hình, tham mưu cho thành phố về hoạt động qua cửa khẩu và cầu phao km3+4; đào "
           "tạo, tập huấn cho người lao động trong đơn vị",
           may(31)));
  s.clauses.push_back(
      task("ii-6", "Về giáo dục", "Phòng Giáo dục và Đào tạo", {},
           "xây dựng phương án quản lý học sinh trong dịp hè; rà soát, mua sắm, sửa chữa cơ sở vật chất",
           may(28), "Phương án"));
  return s;
}

}  // namespace

NoticeInput notice() {
  NoticeInput n;
  n.imprint = imprint();
  n.subject = "Kết luận của Chủ tịch UBND thành phố tại phiên họp thường kỳ tháng 4 năm 2021";
  n.opening = {
      "Sáng ngày 06 tháng 5 năm 2021, Chủ tịch UBND thành phố chủ trì phiên họp thường kỳ tháng 4 năm 2021, "
      "họp tại hội "
      "trường và 16 điểm cầu xã, phường. Dự họp có 17/19 thành viên UBND thành phố, thủ trưởng các phòng, "
      "ban, đơn vị và "
      "lãnh đạo UBND các xã, phường.",
      "Sau khi nghe Văn phòng HĐND và UBND báo cáo và ý kiến của các đại biểu dự họp, Chủ tịch UBND thành "
      "phố kết luận như "
      "sau:"};
  n.sections = {assessment(), tasks()};
  n.ending = {
      "Giao Văn phòng HĐND và UBND theo dõi, đôn đốc việc thực hiện Thông báo này, tổng hợp kết quả báo cáo "
      "tại phiên họp "
      "thường kỳ tháng 5 năm 2021.",
      "Văn phòng HĐND và UBND thông báo để các phòng, ban, đơn vị và UBND các xã, phường biết, thực hiện./."};
  n.distribution = {
      {"Thường trực Thành ủy, HĐND thành phố (để báo cáo)", "Chủ tịch, các Phó Chủ tịch UBND thành phố",
       "Các phòng, ban, đơn vị thuộc thành phố", "UBND các xã, phường"},
      "VT, TH"};
  n.signing = {{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}};
  return n;
}

}  // namespace giaoban::documents::samples

namespace giaoban::documents {

/// For tests/documents/libreoffice.sh and for looking at: GIAOBAN_DOCUMENTS_OUT=DIR giaoban_tests
/// -tc="samples*".
TEST_CASE("samples are written out where a folder is named") {
  const char* out = std::getenv("GIAOBAN_DOCUMENTS_OUT");
  if (!out) return;
  auto put = [&](const std::string& name, const Document& document) {
    auto write = [&](const char* kind, const std::string& bytes) {
      std::ofstream file(std::string(out) + "/" + name + kind, std::ios::binary);
      file << bytes;
      CHECK(file.good());
    };
    write(".docx", docx(document));
    write(".pdf", pdf(document));
    write(".html", html(document));
  };
  put("notice", notice(samples::notice()));
  put("report", report(samples::report(Language::vi)));
  put("report-en", report(samples::report(Language::en)));
  put("invitation", invitation(samples::invitation()));
  put("minutes", minutes(samples::minutes()));
}

}  // namespace giaoban::documents
