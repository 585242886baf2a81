#include "base/installation.hpp"
#include "press/room_test.hpp"

#include <fstream>
#include <regex>
#include <sstream>

using namespace giaoban;
using namespace giaoban::press;

namespace {

const std::vector<std::string> addresses{"/cong-bo", "/en/public", "/cong-bo/2021-04", "/en/public/2021-04", "/cong-bo/2021-04.csv", "/cong-bo/2021-04.json",
                                         "/feed.xml", "/en/feed.xml", "/lich.ics", "/en/calendar.ics", "/cong-bo/trang.css"};

int64_t directive_of(Body& body, const std::string& account) {
  auto inbox = body.call("directives.inbox", "{}", account);
  for (auto* list : {"to_receive", "open", "returned", "awaiting"})
    if (auto& rows = inbox.at(list).as_array(); !rows.empty()) return rows.at(0).at("id").as_int64();
  FAIL("no directive for " << account);
  return 0;
}

}  // namespace

TEST_CASE("public page: a word that is not for the public never reaches it") {
  const std::string secret = "HOANGYEN";  // found nowhere else
  for (auto& body : bodies()) {
    auto h = hold(*body, secret);
    issue(*body, h, secret);
    auto id = directive_of(*body, "tax.truong");
    body->call("directives.receive", fmt::format(R"({{"id":{},"assigned_to":{{"vi":"{}","en":""}}}})", id, secret), "tax.truong");
    body->call("directives.report_progress", fmt::format(R"({{"id":{},"text":{{"vi":"{}","en":""}},"done":5,"total":11}})", id, secret), "tax.truong");
    auto file = body->call("files.keep", fmt::format(R"({{"name":"{}.pdf","size":3,"hash":"{}"}})", secret, std::string(64, 'a')), "tax.truong");
    body->call("directives.add_evidence", fmt::format(R"({{"id":{},"file":{},"text":{{"vi":"{}","en":""}}}})", id, file.at("id").as_int64(), secret), "tax.truong");
    body->call("directives.submit", fmt::format(R"({{"id":{},"text":{{"vi":"{}","en":""}}}})", id, secret), "tax.truong");
    body->call("directives.return", fmt::format(R"({{"id":{},"reason":{{"vi":"{}","en":""}}}})", id, secret), "chu-tich");
    body->call("press.edit", story(), editor);
    body->call("press.publish", april, editor);
    body->call("press.edit", story(secret, secret), editor);
    for (auto& address : addresses) {
      auto page = look(*body, address);
      CHECK_MESSAGE(!page.empty(), address);
      CHECK_MESSAGE(page.find(secret) == std::string::npos, address);
    }
    CHECK(look(*body, "/cong-bo/2021-04").find("Đã làm 5/11") != std::string::npos);
  }
}

TEST_CASE("public page: decisions with who, by when and how far; figures, story, hash; nothing as markup") {
  for (auto& body : bodies()) {
    auto h = hold(*body);
    issue(*body, h);
    body->call("press.edit", story(), editor);
    body->call("press.publish", april, editor);
    set_day(*body, 5, 21, 8);
    CHECK(look(*body, "/cong-bo/2021-04.pdf").starts_with("%PDF-"));
    CHECK(look(*body, "/cong-bo/2021-04.docx").starts_with("PK"));
    CHECK(look(*body, "/cong-bo/2021-03.pdf").empty());
    auto page = look(*body, "/cong-bo/2021-04"), english = look(*body, "/en/public/2021-04");
    for (auto* words : {"Thu hồi nợ đọng thuế &lt;b&gt;40%&lt;/b&gt;.", "hạn ", "31/5/2021", "Quá hạn", "UBND các xã, phường", "Xong 0/16 nơi", "Kim ngạch xuất nhập khẩu", "1.214,8",
                        "href=\"/cong-bo/2021-04.pdf\">Thông báo ", "Phiên họp &lt;b&gt;giao việc&lt;/b&gt;.", "Đoạn &lt;script&gt;hai&lt;/script&gt;.", "class=\"spark\"", "mã băm"})
      CHECK_MESSAGE(page.find(words) != std::string::npos, words);
    for (auto* words : {"1,214.8", "The session &amp; its tasks.", "overdue", "lang=\"vi\"", "Vietnamese only"}) CHECK_MESSAGE(english.find(words) != std::string::npos, words);
    // Strict content security: no script, no inline style.
    for (auto& html : {page, english, look(*body, "/cong-bo")}) {
      CHECK(html.find("<script") == std::string::npos);
      CHECK(html.find("style=") == std::string::npos);
      CHECK(html.find("<style") == std::string::npos);
      CHECK_FALSE(std::regex_search(html, std::regex(" on[a-z]+=")));
    }
    auto csv = look(*body, "/cong-bo/2021-04.csv");
    CHECK(csv.find("2021-04,import_export,") != std::string::npos);
    CHECK(csv.find(",month_on_month,change,26.0,") != std::string::npos);
    CHECK(csv.find("tax_debt") == std::string::npos);  // not chosen
    CHECK(boost::json::parse(look(*body, "/cong-bo/2021-04.json")).at("decisions").as_array().size() == 3);
    CHECK(look(*body, "/feed.xml").find("<id>urn:giaoban:session:2021-04</id>") != std::string::npos);
    auto ics = look(*body, "/lich.ics");
    CHECK(ics.find("DTSTART:20210506T010000Z\r\n") != std::string::npos);
    std::istringstream lines(ics);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 76);
    for (auto* nothing : {"/cong-bo/2021-03", "/cong-bo/2021-04.xlsx", "/cong-bo/2021-4", "/cong-bo/../x", "/cong-bo/2021-04.jpg", "/"}) CHECK(look(*body, nothing).empty());
  }
}

TEST_CASE("public page: its style has the values of the page's tokens") {
  std::ifstream file(installation() / "ui/src/base/tokens.css");
  std::string tokens((std::istreambuf_iterator<char>(file)), {});
  REQUIRE_FALSE(tokens.empty());
  std::string css;
  for (auto& body : bodies()) {
    css = look(*body, "/cong-bo/trang.css");
    break;
  }
  auto dark_at = css.find("prefers-color-scheme:dark");
  REQUIRE(dark_at != std::string::npos);
  std::regex pair(R"(--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\))");
  int held = 0;
  for (std::sregex_iterator i(tokens.begin(), tokens.end(), pair), end; i != end; ++i) {
    auto name = "--" + (*i)[1].str() + ":";
    auto at = css.find(name);
    if (at == std::string::npos) continue;
    ++held;
    CHECK_MESSAGE(css.substr(at + name.size(), 7) == (*i)[2].str(), name);
    auto in_dark = css.find(name, dark_at);
    REQUIRE(in_dark != std::string::npos);
    CHECK_MESSAGE(css.substr(in_dark + name.size(), 7) == (*i)[3].str(), name);
  }
  CHECK(held > 15);
}
