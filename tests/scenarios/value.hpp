#pragma once
// Values as a scenario writes them, paths into an answer, and whether the one fits the other.
#include <boost/json.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/script.hpp"

namespace giaoban::scenarios {

/// What "<unit tax>" stands for, as JSON.
using Names = std::function<std::string(const std::string& name)>;

/// “08:00” and “Phòng họp số 1” are texts; 3, true, null, "85.2" and [<unit tax>] are JSON; “vi | en” is words in
/// both languages.
boost::json::value value_of(std::string_view written, const Names& names);
/// The other way round: what `value_of` reads as this value.
std::string written(const boost::json::value& value);

/// A request's object from its fields; "story.title: …" nests.
boost::json::object request_of(const std::vector<Field>& fields, const Names& names);

/// What stands at "groups.*.rows[lead.code=tax]": `*` goes through a list, `[2]` is its second, `[key=value]` those
/// that have this value. Pointers into `root`; empty when there is nothing.
std::vector<const boost::json::value*> find(const boost::json::value& root, std::string_view path);

/// Every field that is expected is there as expected; “…” in a text stands for any words.
bool fits(const boost::json::value& expected, const boost::json::value& found);
/// May `text` be read as `pattern`, whose “…” stands for any words?
bool reads_as(std::string_view pattern, std::string_view text);

/// What a person reads in HTML or XML: no tags, no styles, spaces as one.
std::string readable(std::string_view html);
bool contains(std::string_view text, std::string_view pattern);

}  // namespace giaoban::scenarios
