#include "figures/exchange/form_template.hpp"
#include "figures/room_test.hpp"
#include "spreadsheet/csv.hpp"
#include "spreadsheet/xlsx_writer.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

/// Keeps a file as an upload does; gives its id.
std::string send(Body& body, const std::string& bytes, const std::string& who) {
  auto kept = body.call("files.keep", fmt::format(R"({{"name":"a.xlsx","size":{},"hash":"{}"}})", bytes.size(), body.memory().files.keep(bytes)), who);
  return std::to_string(kept.at("id").as_int64());
}

std::string file_of(Body& body, const std::string& operation, const std::string& request, const std::string& who) {
  auto reply = body.attempt(operation, request, who);
  REQUIRE_MESSAGE(reply.done, reply.body);
  return reply.body;
}
std::string hai_hoa_list(const std::string& rows) { return "indicator,unit,month,value,reason\n" + rows; }
int64_t number(const boost::json::value& v, const char* key) { return v.at(key).as_int64(); }

constexpr const char* clerk = "hai-hoa.thong-ke";

}  // namespace

TEST_CASE("figures exchange: a template downloaded and sent back changes nothing; filled in, it enters the figures") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    body->call("figures.enter", R"({"unit":"hai-hoa","month":"2021-04","cells":[{"indicator":"retail_sales","value":"85.2"},{"indicator":"visitors","value":"23.5"}]})", clerk);
    auto bytes = file_of(*body, "figures.template", hai_hoa, clerk);
    auto id = send(*body, bytes, clerk);
    auto report = body->call("figures.check_file", R"({"file":)" + id + "}", clerk);
    CHECK(report.at("kind").as_string() == "form_template");
    CHECK(number(report, "wrong") == 0);
    CHECK(number(report, "changed") == 0);
    CHECK(number(report, "unchanged") == number(report, "values"));
    auto before = body->call("figures.form", hai_hoa, clerk);
    CHECK(body->call("figures.import_file", R"({"file":)" + id + "}", clerk).at("written").as_bool());
    auto after = body->call("figures.form", hai_hoa, clerk);
    CHECK(before == after);
    // The Office sees the same without a fault: nothing of it would change.
    CHECK(number(body->call("figures.check_file", R"({"file":)" + id + "}", "tong-hop"), "changed") == 0);
    CHECK(body->attempt("figures.check_file", R"({"file":)" + id + "}", "tra-co.thong-ke").status == 403);
  }
}

TEST_CASE("figures exchange: nothing is written unless all is right, or the good part is asked for") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    auto list = hai_hoa_list("retail_sales,hai-hoa,2021-04,\"85,2\",\nindustrial_output,hai-hoa,2021-04,\"48,05\",\nnew_businesses,hai-hoa,2021-04,12,\n"
                             "dossiers_handled,tra-co,2021-04,3,\ncomplaints,hai-hoa,2021-06,1,\nillegal_entries,hai-hoa,2021-04,2,\nillegal_entries,hai-hoa,2021-04,3,\n");
    auto id = send(*body, list, clerk);
    auto head = [&] { return body->call("figures.form", hai_hoa, clerk); };
    auto before = head();
    auto refused = body->attempt("figures.import_file", R"({"file":)" + id + "}", clerk);
    CHECK(refused.status == 422);
    for (auto* at : {"/file/D3", "/file/D5", "/file/D6", "/file/D8"}) CHECK_MESSAGE(refused.body.find(at) != std::string::npos, refused.body);
    CHECK(head() == before);
    auto report = body->call("figures.check_file", R"({"file":)" + id + "}", clerk);
    CHECK(number(report, "wrong") == 4);
    CHECK(number(report, "changed") == 3);
    CHECK_FALSE(report.at("written").as_bool());
    CHECK(head() == before);
    CHECK(body->call("figures.import_file", R"({"file":)" + id + R"(,"good_part":true})", clerk).at("written").as_bool());
    auto after = head();
    CHECK(text_at(line_of(after, "retail_sales").at("value")) == "85.2");
    CHECK(text_at(line_of(after, "new_businesses").at("value")) == "12");
    CHECK(line_of(after, "industrial_output").at("value").is_null());
  }
}

TEST_CASE("figures exchange: a file's figures are checked as typed ones are; a locked form takes none") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    auto slip = send(*body, hai_hoa_list("retail_sales,hai-hoa,2021-04,852,\n"), clerk);
    auto report = body->call("figures.import_file", R"({"file":)" + slip + "}", clerk);
    CHECK(number(report, "held") == 1);
    CHECK(report.at("changes").at(0).at("check").at("kind").as_string() == "slip");
    CHECK(text_at(line_of(body->call("figures.form", hai_hoa, clerk), "retail_sales").at("held")) == "852.0");
    // What is held shows in the template, and goes back unchanged.
    auto id = send(*body, file_of(*body, "figures.template", hai_hoa, clerk), clerk);
    CHECK(number(body->call("figures.check_file", R"({"file":)" + id + "}", clerk), "changed") == 0);
    auto kept = send(*body, hai_hoa_list("retail_sales,hai-hoa,2021-04,852,hội chợ\n"), clerk);
    body->call("figures.import_file", R"({"file":)" + kept + "}", clerk);
    CHECK(text_at(line_of(body->call("figures.form", hai_hoa, clerk), "retail_sales").at("value")) == "852.0");

    body->call("figures.enter", hai_hoa_cells(), clerk);
    body->call("figures.submit", hai_hoa, clerk);
    auto late = send(*body, hai_hoa_list("visitors,hai-hoa,2021-04,\"2,4\",\n"), clerk);
    auto locked = body->attempt("figures.import_file", R"({"file":)" + late + "}", clerk);
    CHECK(locked.status == 422);
    CHECK(locked.body.find("/file/D2") != std::string::npos);
  }
}

TEST_CASE("figures exchange: the Office's file holds many units; one journal entry") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    auto entries = [&] {
      int64_t n = 0;
      body->database().read([&](db::Transaction& tx) { n = *tx.one_value<int64_t>("select count(*) from journal"); });
      return n;
    };
    auto id = send(*body, "Chỉ tiêu;hai-hoa;Phường Trà Cổ\nretail_sales;85,0;40,1\nnew_businesses;9;4\n", "tong-hop");
    auto before = entries();
    auto report = body->call("figures.import_file", R"({"file":)" + id + R"(,"across":"unit","month":"=2021-04"})", "tong-hop");
    CHECK(number(report, "changed") == 4);
    CHECK(entries() == before + 1);
    CHECK(text_at(line_of(body->call("figures.form", hai_hoa, "tong-hop"), "retail_sales").at("state")) == "stand_in");
    auto table = body->call("figures.table", R"({"month":"2021-04"})", "tong-hop");
    body->database().read([&](db::Transaction& tx) { body->memory().columns.load(tx); });
    CHECK(body->call("figures.table", R"({"month":"2021-04"})", "tong-hop") == table);
    // The unit's own template does not offer the Office's estimate as its own figure.
    auto own = send(*body, file_of(*body, "figures.template", hai_hoa, clerk), clerk);
    CHECK(number(body->call("figures.check_file", R"({"file":)" + own + "}", clerk), "changed") == 0);
  }
}

TEST_CASE("figures exchange: export in every format; a unit takes away its own figures only") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    auto request = [](const std::string& format, const std::string& more = "") { return R"({"format":")" + format + R"(","from":"2021-02","to":"2021-03")" + more + "}"; };
    for (auto* format : {"csv", "xlsx", "sdmx-csv", "sdmx-json", "dhis2"}) CHECK(file_of(*body, "figures.export", request(format), "tong-hop").size() > 1000);
    auto all = *spreadsheet::read_csv(file_of(*body, "figures.export", request("csv"), "tong-hop"));
    auto own = *spreadsheet::read_csv(file_of(*body, "figures.export", request("csv"), clerk));
    CHECK(all.rows > own.rows);
    for (auto& cell : own.cells)
      if (cell.column == 1 && cell.row > 0) CHECK(cell.text == "hai-hoa");
    CHECK(file_of(*body, "figures.export", request("csv", R"(,"unit":"hai-hoa")"), "tong-hop") == file_of(*body, "figures.export", request("csv"), clerk));
    CHECK(body->attempt("figures.export", request("csv", R"(,"unit":"tra-co")"), clerk).status == 403);
    CHECK(body->attempt("figures.export", request("pdf"), clerk).status == 422);
    CHECK(body->attempt("figures.export", R"({"format":"csv","from":"2021-03","to":"2021-02"})", clerk).status == 422);
    // As it was known before the first figure there is nothing.
    CHECK(spreadsheet::read_csv(file_of(*body, "figures.export", request("csv", R"(,"as_of":0)"), "tong-hop"))->rows == 1);
  }
}

TEST_CASE("figures exchange: what is exported is imported again without a change") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    auto out = R"({"from":"2021-02","to":"2021-03","format":)";
    for (auto* format : {R"("csv")", R"("xlsx")", R"("dhis2")"}) {
      auto id = send(*body, file_of(*body, "figures.export", std::string(out) + format + "}", "tong-hop"), "tong-hop");
      auto report = body->call("figures.check_file", R"({"file":)" + id + R"(,"decimal_sign":"dot"})", "tong-hop");
      CHECK(number(report, "values") > 100);
      CHECK(number(report, "unchanged") == number(report, "values"));
      CHECK(number(report, "wrong") == 0);
    }
  }
}

TEST_CASE("figures exchange: a sheet is looked at before anyone has said which column is what") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    auto id = send(*body, "Tổng hợp tháng 4\nĐơn vị;Tổng mức bán lẻ hàng hóa;T3/2021;Lạ\nphường Hải Hòa;1,5;2;x\n", clerk);
    auto seen = body->call("figures.preview_file", R"({"file":)" + id + "}", clerk);
    CHECK(text_at(seen.at("kind")) == "csv");
    CHECK(number(seen, "header_row") == 2);
    auto& columns = seen.at("columns").as_array();
    REQUIRE(columns.size() == 4);
    CHECK(text_at(columns[0].at("means")) == "unit");
    CHECK(text_at(columns[1].at("indicator")) == "retail_sales");
    CHECK(text_at(columns[2].at("month")) == "2021-03");
    CHECK(text_at(columns[3].at("letters")) == "D");
    CHECK(text_at(seen.at("rows").at(2).at(1)) == "1,5");
    CHECK(body->call("figures.preview_file", R"({"file":)" + id + R"(,"header_row":3})", clerk).at("columns").at(0).at("unit") == "hai-hoa");
    CHECK(body->attempt("figures.preview_file", R"({"file":)" + id + R"(,"header_row":0})", clerk).status == 422);
    CHECK(body->attempt("figures.preview_file", R"({"file":)" + id + "}", "tra-co.thong-ke").status == 403);
    auto form = send(*body, file_of(*body, "figures.template", hai_hoa, clerk), clerk);
    CHECK(text_at(body->call("figures.preview_file", R"({"file":)" + form + "}", clerk).at("kind")) == "form_template");
  }
}
