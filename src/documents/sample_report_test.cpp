#include "documents/samples.hpp"

namespace giaoban::documents::samples {

namespace {

Imprint city(Language language) {
  Imprint i;
  i.language = language;
  bool vi = language == Language::vi;
  i.issuing_body = vi ? "Ủy ban nhân dân thành phố Móng Cái" : "People's Committee of Móng Cái City";
  i.number = 5;
  i.body = "UBND";
  i.place = "Móng Cái";
  i.date = Date::of(2021, 5, 4);
  return i;
}

FigureTable figures(Language language) {
  FigureTable t;
  if (language == Language::vi) {
    t.caption = "Bảng 1. Một số chỉ tiêu chủ yếu tháng 4 năm 2021";
    t.note = "Số liệu minh họa; tỷ lệ theo báo cáo đã công bố. Đủ 16/16 xã, phường.";
    t.head = {"Chỉ tiêu", "So với tháng trước (%)", "Lũy kế so với cùng kỳ (%)"};
    t.rows = {{"Kim ngạch xuất nhập khẩu", "126,0", "104,3"},
              {"Tổng mức bán lẻ hàng hóa", "101,3", "104,9"},
              {"Giá trị sản xuất công nghiệp", "–", "136,6"},
              {"Thu ngân sách nhà nước", "–", "120,0"},
              {"Giải ngân vốn xây dựng cơ bản", "–", "232,7"}};
  } else {
    t.caption = "Table 1. Main indicators, April 2021";
    t.note = "Illustrative; ratios as published. 16 of 16 communes and wards.";
    t.head = {"Indicator", "On the month before (%)", "Year to date on year (%)"};
    t.rows = {{"Import and export turnover", "126.0", "104.3"},
              {"Retail sales of goods", "101.3", "104.9"},
              {"Industrial production", "–", "136.6"},
              {"State budget revenue", "–", "120.0"},
              {"Capital construction disbursement", "–", "232.7"}};
  }
  return t;
}

std::vector<ReportSection> sections_vi() {
  ReportPart economy{
      "Về kinh tế",
      {{"s-1",
        "Tổng kim ngạch xuất nhập khẩu tháng 4 tăng 26% so với tháng trước; lũy kế 4 tháng đầu năm tăng "
        "4,3% so với cùng kỳ năm 2020."},
       {"s-2",
        "Tổng mức bán lẻ hàng hóa tăng 1,3% so với tháng trước; lũy kế bằng 104,9% so với cùng kỳ. Giá "
        "trị sản xuất công nghiệp 4 tháng tăng 36,6% so với cùng kỳ."},
       {"s-3",
        "Thu ngân sách nhà nước bằng 120%; giải ngân vốn xây dựng cơ bản bằng 232,7% so với cùng kỳ."}},
      {figures(Language::vi)}};
  ReportPart society{
      "Về văn hóa - xã hội",
      {{"s-4",
        "Các lĩnh vực an sinh xã hội được quan tâm; tiếp tục kiểm soát tốt tình hình, không để phát sinh "
        "ca bệnh dịch Covid-19 trên địa bàn."}},
      {}};
  ReportPart shortcomings{"",
                          {{"s-5",
                            "Hoạt động sản xuất, kinh doanh của nhiều doanh nghiệp còn khó khăn, nhất là các "
                            "doanh nghiệp hoạt động "
                            "trong lĩnh vực xuất nhập khẩu, du lịch, dịch vụ; công tác chuẩn bị đầu tư, thực "
                            "hiện một số dự án khởi "
                            "công mới năm 2021 còn chậm."}},
                          {}};
  ReportPart tasks{
      "",
      {{"s-6",
        "Tập trung thực hiện mục tiêu kép, vừa phòng, chống dịch Covid-19, vừa phát triển kinh tế - xã "
        "hội; bám sát kế hoạch thu ngân sách nhà nước; đôn đốc thu hồi nợ đọng thuế."}},
      {}};
  return {{"Kết quả thực hiện nhiệm vụ tháng 4", {economy, society}},
          {"Tồn tại, hạn chế", {shortcomings}},
          {"Nhiệm vụ trọng tâm tháng 5", {tasks}}};
}

std::vector<ReportSection> sections_en() {
  ReportPart economy{
      "Economy",
      {{"s-1",
        "Import and export turnover in April rose by 26% on March; over four months it was 4.3% above the "
        "same period of 2020."},
       {"s-2",
        "Retail sales rose by 1.3% on the month before and reached 104.9% of the same period year to "
        "date. Industrial production over four months rose by 36.6%."}},
      {figures(Language::en)}};
  ReportPart shortcomings{
      "",
      {{"s-5",
        "Many enterprises in trade, tourism and services still face difficulties; the preparation "
        "of some new investment projects is late."}},
      {}};
  return {{"Results of April", {economy}}, {"Shortcomings", {shortcomings}}};
}

}  // namespace

ReportInput report(Language language) {
  bool vi = language == Language::vi;
  ReportInput r;
  r.imprint = city(language);
  r.subject = vi ? "Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội tháng 4; nhiệm vụ trọng tâm tháng "
                   "5 năm 2021"
                 : "Socio-economic development in April and main tasks for May 2021";
  r.opening = {vi ? "Thực hiện chương trình công tác năm 2021, Ủy ban nhân dân thành phố báo cáo kết quả "
                    "thực hiện nhiệm vụ phát "
                    "triển kinh tế - xã hội tháng 4, nhiệm vụ trọng tâm tháng 5 năm 2021 như sau:"
                  : "Under its work programme for 2021, the People's Committee of the city reports on "
                    "socio-economic development "
                    "in April and on the main tasks for May 2021."};
  if (vi) r.addressees = {"Ủy ban nhân dân tỉnh Quảng Ninh", "Ban Thường vụ Thành ủy Móng Cái"};
  r.sections = vi ? sections_vi() : sections_en();
  r.ending = {vi ? "Ủy ban nhân dân thành phố báo cáo./." : "The People's Committee of the city so reports."};
  r.distribution = {vi ? std::vector<std::string>{"Như kính gửi", "Chủ tịch, các Phó Chủ tịch UBND thành phố",
                                                  "Các phòng, ban, đơn vị", "UBND các xã, phường"}
                       : std::vector<std::string>{"Chair and vice-chairs", "Departments and agencies",
                                                  "Communes and wards"},
                    vi ? "VT, TH" : "Office"};
  r.signing = {vi ? std::vector<std::string>{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}
                  : std::vector<std::string>{"FOR THE PEOPLE'S COMMITTEE", "CHAIR"}};
  Annex annex{vi ? "Chỉ tiêu chủ yếu" : "Main indicators", {}, {figures(language)}};
  annex.tables[0].caption.clear();
  r.annexes = {annex};
  return r;
}

InvitationInput invitation() {
  InvitationInput v;
  v.imprint = city(Language::vi);
  v.imprint.number = 41;
  v.imprint.date = Date::of(2021, 4, 29);
  v.subject = "Phiên họp thường kỳ tháng 4 năm 2021";
  v.invited = {"Các thành viên Ủy ban nhân dân thành phố",
               "Thủ trưởng các phòng, ban, đơn vị thuộc thành phố",
               "Chủ tịch Ủy ban nhân dân các xã, phường (dự tại điểm cầu của địa phương)"};
  v.event = "Phiên họp thường kỳ tháng 4 năm 2021 của Ủy ban nhân dân thành phố";
  v.chair = "Chủ tịch Ủy ban nhân dân thành phố";
  v.starts = {Date::of(2021, 5, 6), 8 * 60};
  v.place = "Hội trường Ủy ban nhân dân thành phố và 16 điểm cầu xã, phường";
  v.agenda = {"Đánh giá kết quả thực hiện nhiệm vụ tháng 4, nhiệm vụ trọng tâm tháng 5 năm 2021",
              "Tiến độ giải ngân vốn đầu tư công",
              "Triển khai Chính sách chất lượng theo TCVN ISO 9001:2015"};
  v.notes = {
      "Đề nghị các đại biểu nghiên cứu trước tài liệu, gửi ý kiến về Văn phòng HĐND và UBND trước ngày 05 "
      "tháng 5 "
      "năm 2021 và có mặt đúng thời gian, thành phần./."};
  v.distribution = {{"Như trên", "Chủ tịch, các Phó Chủ tịch UBND thành phố"}, "VT, TH"};
  v.signing = {{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}};
  return v;
}

MinutesInput minutes() {
  MinutesInput m;
  m.imprint = city(Language::vi);
  m.imprint.number = 12;
  m.imprint.date = Date::of(2021, 5, 6);
  m.subject = "Phiên họp thường kỳ tháng 4 năm 2021 của Ủy ban nhân dân thành phố";
  m.starts = {Date::of(2021, 5, 6), 8 * 60};
  m.ends = Moment{Date::of(2021, 5, 6), 11 * 60 + 25};
  m.place = "Hội trường Ủy ban nhân dân thành phố và 16 điểm cầu xã, phường";
  m.attendees = {"17/19 thành viên Ủy ban nhân dân thành phố; vắng 02 thành viên, có lý do",
                 "Thủ trưởng các phòng, ban, đơn vị thuộc thành phố", "Lãnh đạo UBND các xã, phường"};
  m.chair = "Chủ tịch Ủy ban nhân dân thành phố";
  m.secretary = "Chuyên viên tổng hợp, Văn phòng HĐND và UBND";
  m.items = {
      {"Báo cáo kết quả thực hiện nhiệm vụ tháng 4",
       {"Văn phòng HĐND và UBND trình bày báo cáo.", "Trung tâm Y tế báo cáo thêm về tiến độ tiêm chủng."}},
      {"Biểu quyết",
       {"16/19 thành viên tán thành dự thảo báo cáo; 01 ý kiến khác. Báo cáo được thông qua."}}};
  m.distribution = {{"Thành viên UBND thành phố"}, "VT, hồ sơ phiên họp"};
  return m;
}

}  // namespace giaoban::documents::samples
