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

TEST_CASE("press picture: what hides in an uploaded picture never reaches a public byte; what is none is not taken") {
  const std::string canary = "CANARY 21.5285 N 107.9657 E";
  auto segment = [](char marker, const std::string& payload) {
    auto length = payload.size() + 2;
    return std::string{'\xff', marker, static_cast<char>(length >> 8), static_cast<char>(length & 0xff)} + payload;
  };
  auto photo = "\xff\xd8" + segment('\xe1', std::string("Exif\0\0", 6) + canary) + segment('\xfe', canary) + segment('\xc0', std::string("\x08\0\x10\0\x10\1\1\x11\0", 9)) +
               segment('\xda', std::string("\1\1\0\0\x3f\0", 6)) + "dots\xff\xd9" + canary;
  for (auto& body : bodies()) {
    auto send = [&](const std::string& name, const std::string& bytes) {
      return body->call("files.keep", fmt::format(R"({{"name":"{}","size":{},"hash":"{}"}})", name, bytes.size(), body->memory().files.keep(bytes)), editor).at("id").as_int64();
    };
    auto with_picture = [&](int64_t id) {
      auto request = boost::json::parse(story()).as_object();
      request["story"].as_object()["picture"] = id;
      request["story"].as_object()["picture_text"] = boost::json::object{{"vi", "Phòng họp."}, {"en", ""}};
      return body->attempt("press.edit", boost::json::serialize(request), editor);
    };
    auto h = hold(*body);
    issue(*body, h);
    for (auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{{"a.jpg", "<script>alert(1)</script>"}, {"a.png", photo}, {"a.jpg", photo.substr(0, 60)}, {"a.svg", "<svg/>"}}) {
      auto refused = with_picture(send(name, bytes));
      CHECK(refused.status == 422);
      CHECK(refused.body.find("/story/picture") != std::string::npos);
    }
    REQUIRE(with_picture(send("Ảnh họp.JPG", photo)).done);
    body->call("press.publish", april, editor);
    CHECK(look(*body, "/cong-bo/2021-04.jpg").starts_with("\xff\xd8"));
    for (auto* address : {"/cong-bo/2021-04.jpg", "/en/public/2021-04.jpg", "/cong-bo/2021-04", "/cong-bo/2021-04.json", "/feed.xml"})
      CHECK(look(*body, address).find("CANARY") == std::string::npos);
  }
}
