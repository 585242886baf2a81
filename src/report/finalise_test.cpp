#include <fstream>

#include "report/room_test.hpp"

using namespace giaoban;
using namespace giaoban::report;

namespace {

std::string document(Body& body, const char* format, int64_t version, const char* language = "vi") {
  auto reply = body.attempt("report.document", request({{"format", format}, {"version", version}, {"language", language}}), "chu-tich");
  REQUIRE_MESSAGE(reply.done, reply.body);
  return reply.body;
}

}  // namespace

TEST_CASE("report finalise: waits for every answer, pins the vintage, rebuilds byte for byte") {
  for (auto& body : bodies()) {
    drafted_body(*body);
    auto view = body->call("report.comment", request({{"text", "Bổ sung số khách dịp lễ."}}), "tax.truong");
    CHECK(body->attempt("report.finalise", april, head).status == 409);
    body->call("report.answer", boost::json::serialize(boost::json::object{{"comment", view.at("comments").at(0).at("id")}, {"answer", "absorbed"}, {"text", "Tiếp thu."}}), synthesis);
    CHECK(body->attempt("report.finalise", april, synthesis).status == 403);
    view = body->call("report.finalise", april, head);
    CHECK(view.at("state").as_string() == "finalised");
    auto version = view.at("versions").at(0);
    CHECK(version.at("number").as_int64() == 1);
    CHECK(version.at("absorbed").as_int64() == 1);
    CHECK(text_at(version.at("hash")).size() == 64);
    CHECK(body->attempt("report.finalise", april, head).status == 409);

    std::map<std::string, std::string> before;
    for (auto* format : {"docx", "pdf", "html"})
      for (auto* language : {"vi", "en"}) before[std::string(format) + language] = document(*body, format, 1, language);
    CHECK(before["htmlvi"].find("tăng 26% so với tháng trước") != std::string::npos);
    CHECK(before["htmlvi"].find("Bổ sung số khách dịp lễ.") != std::string::npos);

    // Later figures, a later answer, other words: the first version stays what it was.
    revise(*body);
    view = body->call("report.show", april, "chu-tich");
    CHECK(view.at("state").as_string() == "finalised");
    CHECK(view.at("versions").at(0).at("moved").as_int64() > 0);
    auto compared = body->call("report.compare_vintage", april, "chu-tich");
    CHECK(compared.at("moved").as_array().size() == static_cast<size_t>(view.at("versions").at(0).at("moved").as_int64()));
    CHECK(compared.at("moved").at(0).at("was") != compared.at("moved").at(0).at("now"));
    body->call("report.draft", april, synthesis);
    body->call("report.edit", request({{"action", "add"}, {"section", "tasks"}, {"vi", "Thêm."}}), synthesis);
    view = body->call("report.finalise", april, head);
    CHECK(view.at("versions").at(0).at("number").as_int64() == 2);
    for (auto* format : {"docx", "pdf", "html"})
      for (auto* language : {"vi", "en"}) CHECK(document(*body, format, 1, language) == before[std::string(format) + language]);
    CHECK(document(*body, "html", 2) != before["htmlvi"]);
    CHECK(body->call("report.versions", april, "chu-tich").at("versions").as_array().size() == 2);
    CHECK(body->attempt("report.document", request({{"format", "pdf"}, {"version", 9}}), "chu-tich").status == 404);
    CHECK(body->attempt("report.document", request({{"format", "pdf"}}), "").status == 401);
  }
}

TEST_CASE("report finalise: a final document is the bytes that were handed out, whatever would be written now") {
  for (auto& body : bodies()) {
    drafted_body(*body);
    auto view = body->call("report.finalise", april, head);
    auto& files = body->memory().files;
    CHECK(files.read(text_at(view.at("versions").at(0).at("hash"))) == document(*body, "docx", 1));
    std::vector<std::string> hashes;
    body->database().read([&](db::Transaction& tx) { hashes = report::kept(tx); });
    CHECK(hashes.size() == 6);
    // Another program, with other words, fonts and layouts, would write something else from what was pinned.
    body->database().write([](db::Transaction& tx) {
      tx.exec("update report_version set content = replace(content, 'tăng', 'giảm')");
      return true;
    });
    for (auto* format : {"docx", "pdf", "html"})
      for (auto* language : {"vi", "en"}) CHECK(std::count(hashes.begin(), hashes.end(), files::content_hash(document(*body, format, 1, language))) == 1);
    // One that was altered is not given, nor made anew in silence.
    for (auto& hash : hashes) std::ofstream(files.place(hash), std::ios::trunc) << "khác";
    CHECK(body->attempt("report.document", request({{"format", "pdf"}, {"version", 1}}), "chu-tich").status == 404);
  }
}

TEST_CASE("report: a draft and its comments are for those who write and comment; the others read what is final") {
  for (auto& body : bodies()) {
    drafted_body(*body);
    auto view = body->call("report.comment", request({{"text", "Chuyện nội bộ."}}), "tax.truong");
    auto answer = boost::json::serialize(boost::json::object{{"comment", view.at("comments").at(0).at("id")}, {"answer", "absorbed"}, {"text", "Tiếp thu."}});
    for (auto* who : {"hai-hoa.thong-ke", "quan-tri"}) {
      auto seen = body->call("report.show", april, who);
      CHECK(seen.at("state").as_string() == "none");
      CHECK(seen.at("sections").as_array().empty());
      CHECK(seen.at("comments").as_array().empty());
      auto there = body->attempt("report.document", request({{"format", "html"}}), who);
      auto nowhere = body->attempt("report.document", R"({"month":"2020-02","format":"html"})", who);
      CHECK(there.status == 403);
      CHECK(there.body == nowhere.body);
    }
    CHECK_FALSE(body->call("report.show", april, "tax.truong").at("comments").as_array().empty());
    body->call("report.answer", answer, synthesis);
    body->call("report.finalise", april, head);
    CHECK(body->call("report.show", april, "hai-hoa.thong-ke").at("state").as_string() == "finalised");
    CHECK(body->attempt("report.document", request({{"format", "html"}}), "hai-hoa.thong-ke").done);
  }
}

TEST_CASE("report document: what people write is text, never markup") {
  for (auto& body : bodies()) {
    drafted_body(*body);
    body->call("report.edit", request({{"action", "add"}, {"section", "tasks"}, {"vi", "<script>alert(1)</script> & \"x\""}}), synthesis);
    auto html = body->attempt("report.document", request({{"format", "html"}}), "chu-tich");
    REQUIRE(html.done);
    CHECK(html.body.find("<script>") == std::string::npos);
    CHECK(html.body.find("&lt;script&gt;") != std::string::npos);
    CHECK(body->attempt("report.document", request({{"format", "docx"}}), "chu-tich").done);
  }
}
