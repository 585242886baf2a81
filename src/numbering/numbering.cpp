#include "numbering/numbering.hpp"

namespace giaoban::numbering {

std::vector<db::Migration> migrations() {
  return {{"numbering.1", R"(
    create table document_series (
      body text not null, year bigint not null, type text not null, last bigint not null,
      primary key (body, year, type));
  )"}};
}

int32_t next(Context& context, std::string_view type, std::string_view body) {
  // The year is the local one: a document of 1 January opens a new series even where UTC is a day behind.
  auto number = context.tx.insert(
      "insert into document_series(body, year, type, last) values (?,?,?,1) "
      "on conflict (body, year, type) do update set last = document_series.last + 1 returning last",
      body, context.at().local_date().year(), type);
  return static_cast<int32_t>(number);
}

int32_t last(db::Transaction& tx, std::string_view type, std::string_view body, int year) {
  return static_cast<int32_t>(
      tx.one_value<int64_t>("select last from document_series where body = ? and year = ? and type = ?", body, year, type)
          .value_or(0));
}

void begin_after(db::Transaction& tx, std::string_view type, std::string_view body, int year, int32_t last) {
  tx.exec(
      "insert into document_series(body, year, type, last) values (?,?,?,?) "
      "on conflict (body, year, type) do update set last = excluded.last where document_series.last < excluded.last",
      body, year, type, last);
}

}  // namespace giaoban::numbering
