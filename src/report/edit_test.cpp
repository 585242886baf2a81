#include "report/room_test.hpp"

using namespace giaoban;
using namespace giaoban::report;

TEST_CASE("report edit: paragraphs are added, moved and taken out") {
  for (auto& body : bodies()) {
    drafted_body(*body);
    auto add = [&](const char* text, boost::json::value before = nullptr) {
      return body->call("report.edit", request({{"action", "add"}, {"section", "tasks"}, {"vi", text}, {"en", ""}, {"before", before}}), synthesis);
    };
    add("Một.");
    auto view = add("Hai.");
    auto tasks = of_section(view, "tasks");
    REQUIRE(tasks.size() == 2);
    view = add("Không.", tasks[0].at("id"));
    auto said = [&] {
      std::string out;
      for (auto& p : of_section(view, "tasks")) out += plain(p.at("vi"));
      return out;
    };
    CHECK(said() == "Không.Một.Hai.");
    view = body->call("report.edit", request({{"action", "move"}, {"paragraph", tasks[1].at("id")}, {"before", tasks[0].at("id")}}), synthesis);
    CHECK(said() == "Không.Hai.Một.");
    view = body->call("report.edit", request({{"action", "move"}, {"paragraph", tasks[1].at("id")}}), synthesis);
    CHECK(said() == "Không.Một.Hai.");
    view = body->call("report.edit", request({{"action", "move"}, {"paragraph", tasks[1].at("id")}, {"before", tasks[1].at("id")}}), synthesis);
    CHECK(said() == "Không.Một.Hai.");
    view = body->call("report.edit", request({{"action", "remove"}, {"paragraph", tasks[0].at("id")}}), synthesis);
    CHECK(said() == "Không.Hai.");
    // A group of the results takes what is added to it; a new one stands at the end.
    auto heading = boost::json::object{{"vi", "Quốc phòng, an ninh"}, {"en", "Defence and security"}};
    view = body->call("report.edit", request({{"action", "add"}, {"section", "results"}, {"heading", heading}, {"vi", "Biên giới được giữ vững."}}), synthesis);
    CHECK(plain(of_section(view, "results").back().at("vi")) == "Biên giới được giữ vững.");
  }
}

TEST_CASE("report edit: a number that contradicts its figure is flagged and stops the final version") {
  for (auto& body : bodies()) {
    auto view = drafted_body(*body);
    auto trade = of_indicator(view, "import_export");
    auto text = plain(trade.at("vi"));
    view = body->call("report.edit", request({{"action", "change"}, {"paragraph", trade.at("id")}, {"revision", trade.at("revision")}, {"vi", replaced(text, "26%", "62%")}}), synthesis);
    CHECK(count_of(view, "contradicting") == 1);
    CHECK(of_indicator(view, "import_export").at("one_language").as_bool());
    CHECK(body->attempt("report.finalise", april, head).status == 409);
    // Either the figure is taken again …
    view = body->call("report.edit", request({{"action", "redraft"}, {"paragraph", trade.at("id")}}), synthesis);
    CHECK(count_of(view, "contradicting") == 0);
    CHECK(plain(of_indicator(view, "import_export").at("vi")) == text);
    // … or the number is a person's own from then on.
    auto figures = count_of(view, "figures");
    body->call("report.edit", request({{"action", "change"}, {"paragraph", trade.at("id")}, {"vi", replaced(text, "26%", "62%")}}), synthesis);
    view = body->call("report.edit", request({{"action", "release"}, {"paragraph", trade.at("id")}, {"indicator", "import_export"}, {"measure", "month_on_month"}}), synthesis);
    CHECK(count_of(view, "contradicting") == 0);
    CHECK(count_of(view, "figures") == figures - 1);
  }
}

TEST_CASE("report edit: every field at fault is named; two people do not overwrite each other") {
  for (auto& body : bodies()) {
    CHECK(body->attempt("report.edit", request({{"action", "add"}, {"section", "tasks"}, {"vi", "x"}}), synthesis).status == 409);
    auto view = drafted_body(*body);
    auto id = of_section(view, "results")[0].at("id");
    auto refused = body->attempt("report.edit", request({{"action", "change"}, {"paragraph", id}, {"vi", "  "}, {"en", std::string(9000, 'x')}, {"before", 9999}}), synthesis);
    CHECK(refused.status == 422);
    for (auto* at : {"\"/vi\"", "\"/en\"", "\"/before\""}) CHECK(refused.body.find(at) != std::string::npos);
    CHECK(body->attempt("report.edit", request({{"action", "add"}}), synthesis).body.find("\"/section\"") != std::string::npos);
    CHECK(body->attempt("report.edit", request({{"action", "remove"}, {"paragraph", 9999}}), synthesis).status == 422);
    body->call("report.edit", request({{"action", "change"}, {"paragraph", id}, {"revision", 1}, {"vi", "A."}}), synthesis);
    CHECK(body->attempt("report.edit", request({{"action", "change"}, {"paragraph", id}, {"revision", 1}, {"vi", "B."}}), head).status == 409);
    CHECK(body->attempt("report.edit", request({{"action", "change"}, {"paragraph", id}, {"vi", "B."}}), "tax.truong").status == 403);
  }
}

TEST_CASE("report edit: the guard's doubts stand beside what a person wrote, for the Office alone") {
  for (auto& body : bodies()) {
    drafted_body(*body);
    auto typed = "Kim ngạch xuất nhập khẩu tháng 4 đạt 386,4 tỷ USD.";
    auto view = body->call("report.edit", request({{"action", "add"}, {"section", "opening"}, {"vi", typed}}), synthesis);
    auto doubts = of_section(view, "opening").back().at("doubts_vi").as_array();
    REQUIRE(doubts.size() == 1);
    CHECK(text_at(doubts[0].at("why")) == "thousandfold");
    CHECK(text_at(doubts[0].at("written")) == "386,4 tỷ USD");
    CHECK(of_section(body->call("report.show", april, "tax.truong"), "opening").back().at("doubts_vi").as_array().empty());
    for (auto& p : of_section(view, "results")) CHECK(p.at("doubts_vi").as_array().empty());
    // once it is right, nothing is said
    auto id = of_section(view, "opening").back().at("id");
    view = body->call("report.edit", request({{"action", "change"}, {"paragraph", id}, {"vi", "Kim ngạch xuất nhập khẩu tháng 4 đạt 386,4 triệu USD."}}), synthesis);
    CHECK(of_section(view, "opening").back().at("doubts_vi").as_array().empty());
  }
}

TEST_CASE("report draft: the guard finds nothing in the whole report of any month, in either language") {
  auto all = bodies();
  auto& body = all.front();  // one store is enough: the words do not depend on it
  figures::load_demo(*body, Date::of(2021, 5, 5));
  int checked = 0, paragraphs = 0;
  for (auto month = Month::of(2020, 1); month <= Month::of(2021, 4); month = month.plus(1)) {
    auto view = body->call("report.draft", R"({"month":")" + month.iso() + "\"}", synthesis);
    for (auto* section : {"opening", "results", "shortcomings", "tasks"})
      for (auto& p : of_section(view, section))
        for (auto* language : {"vi", "en"}) {
          auto text = plain(p.at(language));
          if (text.empty()) continue;
          auto held = body->call("figures.guard", boost::json::serialize(boost::json::object{{"month", month.iso()}, {"text", text}, {"language", language}}), synthesis);
          CAPTURE(text);
          CAPTURE(month.iso());
          CHECK_MESSAGE(held.at("findings").as_array().empty(), boost::json::serialize(held.at("findings")));
          checked += static_cast<int>(held.at("checked").as_int64());
          ++paragraphs;
        }
  }
  CHECK(checked > 1500);
  MESSAGE("guard, drafted reports: ", paragraphs, " paragraphs of 16 months in two languages, ", checked, " numbers checked");
}
