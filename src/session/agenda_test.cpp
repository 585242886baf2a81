#include "session/story_test.hpp"

using namespace giaoban;
using namespace giaoban::session::story;

namespace {
std::string titles(Body& body, int64_t id) {
  std::string out;
  for (auto& i : list(shown(body, id).at("items"))) {
    CHECK(i.at("number").as_int64() == static_cast<int64_t>(1 + std::count(out.begin(), out.end(), '|')));
    out += text(i.at("title").at("vi")).substr(0, 1) + "|";
  }
  return out;
}
int64_t add(Body& body, int64_t id, const char* title) {
  return id_of(body.call("session.add_item", fmt::format(R"({{"session":{},"title":{{"vi":"{}","en":""}},"minutes":15,"kind":"discussion"}})", id, title), office));
}
std::string move(int64_t item, int to) { return fmt::format(R"({{"item":{},"to":{}}})", item, to); }
}  // namespace

TEST_CASE("session.add_item, move_item, edit_item, remove_item: numbers follow the order") {
  for (auto& body : bodies()) {
    auto id = planned(*body);
    for (auto& i : list(shown(*body, id).at("items")))
      body->call("session.remove_item", fmt::format(R"({{"item":{}}})", i.at("id").as_int64()), office);
    auto a = add(*body, id, "A"), b = add(*body, id, "B"), c = add(*body, id, "C");
    CHECK(titles(*body, id) == "A|B|C|");
    body->call("session.move_item", move(c, 1), office);
    CHECK(titles(*body, id) == "C|A|B|");
    body->call("session.move_item", move(c, 3), office);
    body->call("session.move_item", move(a, 1), office);
    CHECK(titles(*body, id) == "A|B|C|");
    body->call("session.edit_item", fmt::format(R"({{"item":{},"title":{{"vi":"Đ","en":"D"}},"minutes":40,"kind":"adoption","presenter":{}}})", b, body->unit("education")), office);
    auto item = shown(*body, id).at("items").at(1);
    CHECK(item.at("minutes").as_int64() == 40);
    CHECK(text(item.at("presenter").at("code")) == "education");
    body->call("session.remove_item", fmt::format(R"({{"item":{}}})", a), office);
    CHECK(shown(*body, id).at("items").as_array().size() == 2);
    CHECK(pointers(body->attempt("session.move_item", move(c, 3), office)) == std::vector<std::string>{"/to"});
    refused(*body, 404, "session.remove_item", fmt::format(R"({{"item":{}}})", a), office);
    refused(*body, 403, "session.remove_item", fmt::format(R"({{"item":{}}})", b), chair);
    CHECK(pointers(body->attempt("session.add_item", fmt::format(R"({{"session":{},"title":{{"vi":"","en":""}},"minutes":601,"kind":"other","presenter":4711}})", id), office)) ==
          std::vector<std::string>{"/title/vi", "/minutes", "/presenter"});
  }
}

TEST_CASE("session.move_item, remove_item: what has been dealt with stays where it is") {
  for (auto& body : bodies()) {
    auto id = opened(*body);
    auto first = shown(*body, id).at("items").at(0).at("id").as_int64();
    auto second = shown(*body, id).at("items").at(1).at("id").as_int64();
    body->call("session.go_to_item", fmt::format(R"({{"session":{},"item":{}}})", id, first), chair);
    CHECK(refused(*body, 409, "session.remove_item", fmt::format(R"({{"item":{}}})", first), office) == "Nội dung đã họp thì không bỏ được.");
    CHECK(refused(*body, 409, "session.move_item", move(second, 1), office) == "Nội dung đã họp giữ nguyên số thứ tự.");
    auto extra = add(*body, id, "X");
    body->call("session.move_item", move(extra, 2), office);  // still ahead: free to move
    body->call("session.close", this_session(id), chair);
    CHECK(refused(*body, 409, "session.remove_item", fmt::format(R"({{"item":{}}})", extra), office) == "Phiên họp đã bế mạc.");
  }
}
