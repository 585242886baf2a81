#include "press/room_test.hpp"

using namespace giaoban;
using namespace giaoban::press;

TEST_CASE("press publish: not before the notice; then what was written then, until it is published again") {
  for (auto& body : bodies()) {
    CHECK(body->attempt("press.edit", story(), editor).status >= 400);  // no session yet
    auto h = hold(*body);
    auto view = body->call("press.show", april, editor);
    CHECK(view.at("proposal").at("title").at("vi").as_string().starts_with("Phiên họp thường kỳ tháng 4/2021"));
    body->call("press.edit", story(), editor);
    CHECK(body->attempt("press.publish", april, editor).status == 409);
    CHECK(look(*body, "/cong-bo/2021-04").empty());
    issue(*body, h);
    CHECK(body->attempt("press.publish", april, "tax.truong").status == 403);
    view = body->call("press.publish", april, editor);
    CHECK_FALSE(view.at("published_at").is_null());
    auto page = look(*body, "/cong-bo/2021-04");
    CHECK(page.find("Tháng 5 tập trung vào đầu tư công") != std::string::npos);
    view = body->call("press.edit", story("Tiêu đề sau"), editor);
    CHECK(view.at("changed_since").as_bool());
    CHECK(look(*body, "/cong-bo/2021-04").find("Tiêu đề sau") == std::string::npos);
    body->call("press.publish", april, editor);
    CHECK(look(*body, "/cong-bo/2021-04").find("Tiêu đề sau") != std::string::npos);
  }
}

TEST_CASE("press edit: every field at fault is named; another's change is not overwritten") {
  for (auto& body : bodies()) {
    hold(*body);
    auto view = body->call("press.edit", story(), editor);
    auto refused = body->attempt("press.edit", R"({"month":"2021-04","story":{"title":{"vi":")" + std::string(400, 'x') + R"(","en":""},"lead":{"vi":"","en":""},"body":{"vi":"","en":""},"figures":["no_such"],"picture":999,"picture_text":{"vi":"","en":""}}})", editor);
    CHECK(refused.status == 422);
    for (auto* at : {"/story/title/vi", "/story/figures/0", "/story/picture"}) CHECK(refused.body.find(at) != std::string::npos);
    auto again = boost::json::parse(story("Hai")).as_object();
    again["revision"] = view.at("revision").as_int64();
    body->call("press.edit", boost::json::serialize(again), editor);
    CHECK(body->attempt("press.edit", boost::json::serialize(again), "chanh-van-phong").status == 409);
    CHECK(body->attempt("press.edit", story(), "tax.truong").status == 403);
  }
}

TEST_CASE("press show: a story is its editors' and the leaders' until it is published") {
  for (auto& body : bodies()) {
    auto h = hold(*body);
    body->call("press.edit", story("Chưa công bố"), editor);
    auto seen = [&](const char* who) { return boost::json::serialize(body->call("press.show", april, who)); };
    for (auto* who : {editor, "chu-tich"}) CHECK(seen(who).find("Chưa công bố") != std::string::npos);
    for (auto* who : {"hai-hoa.thong-ke", "tax.truong", "quan-tri"}) CHECK(seen(who).find("Chưa công bố") == std::string::npos);
    issue(*body, h);
    body->call("press.publish", april, editor);
    body->call("press.edit", story("Sửa sau"), editor);
    CHECK(seen("hai-hoa.thong-ke").find("Chưa công bố") != std::string::npos);
    CHECK(seen("hai-hoa.thong-ke").find("Sửa sau") == std::string::npos);
  }
}
