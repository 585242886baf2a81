#include "db/transaction.hpp"

#include <stdexcept>

#include "db/connection.hpp"

namespace giaoban::db {

namespace detail {
void unexpected_null(const char* member) {
  throw std::logic_error(std::string("the store holds nothing where a value is required: ") + member);
}
void unreadable(const char* member, const std::string& text) {
  throw std::logic_error(std::string("the store holds an unreadable value in ") + member + ": " + text);
}
}  // namespace detail

Dialect Transaction::dialect() const { return connection_.dialect(); }

void Transaction::run(std::string_view sql, const std::string& shape, std::vector<Value> args, const EachRow& each) {
  auto* tables = connection_.run(sql, shape, std::move(args), each);
  read_.insert(tables->read.begin(), tables->read.end());
  if (!tables->written.empty() && !may_write_)
    throw std::logic_error("a read operation tried to write: " + std::string(sql));
  written_.insert(tables->written.begin(), tables->written.end());
}

}  // namespace giaoban::db
