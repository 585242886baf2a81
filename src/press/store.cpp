#include <stdexcept>

#include "press/room.hpp"

namespace giaoban::press {

std::vector<db::Migration> migrations() {
  return {{"press.1", R"(
    create table press_story (
      id {id}, month bigint not null unique, draft text not null, published text, revision bigint not null,
      saved_at bigint not null, published_at bigint, vintage bigint not null);
  )"}};
}

std::vector<Month> published_months(db::Transaction& tx) {
  return tx.query<Month>("select month from press_story where published is not null order by month desc");
}

namespace store {
namespace {
const std::string columns = "id, month, draft, published, revision, saved_at, published_at, vintage";
}

std::optional<Row> find(db::Transaction& tx, Month month) {
  return tx.one<Row>("select " + columns + " from press_story where month = ?", month);
}
std::vector<Row> published(db::Transaction& tx) {
  return tx.query<Row>("select " + columns + " from press_story where published is not null order by month desc");
}
Story story(const std::string& json) {
  auto read = json::read_text<Story>(json);
  if (!read) throw std::logic_error("a stored story cannot be read");
  return *read;
}

}  // namespace store
}  // namespace giaoban::press
