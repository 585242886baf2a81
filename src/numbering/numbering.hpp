#pragma once
// The register of documents: one series per body, year and type, from 01 on the first of January (Decree
// 30/2020, article 15). A number is taken in the transaction of the document that bears it, so none is
// skipped and none is given twice.
#include <string_view>

#include "db/database.hpp"
#include "operation/context.hpp"

namespace giaoban::numbering {

/// The next number of this year's series. `type` as abbreviated in annex III ("TB"); `body` is the issuing
/// body's notation ("UBND", "VP"). How it is written: rules.numbering.document_number.on(day).value.written(…).
int32_t next(Context& context, std::string_view type, std::string_view body = "UBND");

/// The last number given; 0 when the series has not begun.
int32_t last(db::Transaction& tx, std::string_view type, std::string_view body, int year);

/// Takes over a register that was kept elsewhere: the series goes on after `last`. Never moves it back.
void begin_after(db::Transaction& tx, std::string_view type, std::string_view body, int year, int32_t last);

std::vector<db::Migration> migrations();

}  // namespace giaoban::numbering
