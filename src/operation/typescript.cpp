#include "operation/catalogue.hpp"

namespace giaoban {
namespace {

std::string type_of(const boost::json::value& v) {
  auto& o = v.as_object();
  if (auto* ref = o.if_contains("$ref")) {
    std::string r(ref->as_string());
    return r.substr(r.rfind('/') + 1);
  }
  if (auto* any = o.if_contains("anyOf")) return type_of(any->as_array()[0]) + " | null";
  auto* type = o.if_contains("type");
  if (!type) return "unknown";
  auto name = std::string(type->as_string());
  if (name == "integer") return "number";
  if (name == "null") return "null";
  if (name == "array") {
    auto item = type_of(o.at("items"));
    return item.find(' ') == std::string::npos ? item + "[]" : "(" + item + ")[]";
  }
  if (name == "object") {
    auto* values = o.if_contains("additionalProperties");
    return values && values->is_object() ? "Record<string, " + type_of(*values) + ">" : "Record<string, never>";
  }
  if (name == "string") {
    // Named, so that a decimal is never mistaken for a word, nor a month for a day.
    auto* format = o.if_contains("format");
    if (!format) return "string";
    auto f = format->as_string();
    return f == "month" ? "Month" : f == "date" ? "IsoDate" : f == "date-time" ? "Instant" : "Decimal";
  }
  return name;
}

std::string declaration_of(std::string_view name, const boost::json::object& o) {
  std::string out;
  if (auto* names = o.if_contains("enum")) {
    out = "export type " + std::string(name) + " =";
    for (auto& n : names->as_array()) out += " | '" + std::string(n.as_string()) + "'";
    return out + ";\n";
  }
  out = "export interface " + std::string(name) + " {\n";
  auto& required = o.at("required").as_array();
  for (auto& [key, field] : o.at("properties").as_object()) {
    bool needed = std::find(required.begin(), required.end(), boost::json::value(key)) != required.end();
    out += "  " + std::string(key) + (needed ? ": " : "?: ") + type_of(field) + ";\n";
  }
  return out + "}\n";
}

}  // namespace

std::string Catalogue::typescript() const {
  boost::json::object components;
  std::string operations, files;
  for (auto& [name, o] : operations_) {
    if (o.internal) continue;
    if (o.run_file) {
      files += "  '" + name + "': " + type_of(o.request_schema(components)) + ";\n";
      continue;
    }
    auto request = type_of(o.request_schema(components)), response = type_of(o.response_schema(components));
    operations += "  '" + name + "': { change: " + (o.change ? "true" : "false") + "; request: " + request + "; response: " + response + " };\n";
  }
  std::string out = "// Made from the server's operations by `giaoban types`; not edited by hand. A test fails when it drifts.\n"
                    "export type Month = string;\nexport type IsoDate = string;\nexport type Instant = string;\nexport type Decimal = string;\n\n";
  std::map<std::string, std::string> sorted;
  for (auto& [name, o] : components) sorted[std::string(name)] = declaration_of(std::string_view(name.data(), name.size()), o.as_object());
  for (auto& [name, text] : sorted) out += text;
  out += "\nexport interface Operations {\n" + operations + "}\n";
  std::string reads, changes;
  for (auto& [name, o] : operations_)
    if (!o.run_file && !o.internal) (o.change ? changes : reads) += " | '" + name + "'";
  out += "/** Downloads: GET /documents/<name>?… */\nexport interface Files {\n" + files + "}\n";
  return out + "export type Read =" + reads + ";\nexport type Change =" + changes + ";\n";
}

}  // namespace giaoban
