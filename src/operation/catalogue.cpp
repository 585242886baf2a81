#include "operation/catalogue.hpp"

#include <stdexcept>

namespace giaoban {

namespace schema {
std::string public_name(const std::string& type) {
  std::string out, part;
  std::vector<std::string> parts;
  for (size_t i = 0; i <= type.size(); ++i) {
    if (i == type.size() || type.compare(i, 2, "::") == 0) {
      if (part != "giaoban" && part != "(anonymous namespace)" && !part.empty()) parts.push_back(part);
      part.clear();
      ++i;
    } else {
      part += type[i];
    }
  }
  for (auto& p : parts) {
    p[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(p[0])));
    out += p;
  }
  return out;
}
}  // namespace schema

void Catalogue::insert(Operation o) {
  auto name = o.name;
  if (!operations_.emplace(name, std::move(o)).second) throw std::logic_error("operation declared twice: " + name);
}

const Operation* Catalogue::find(std::string_view name) const {
  auto it = operations_.find(name);
  return it == operations_.end() ? nullptr : &it->second;
}

boost::json::object Catalogue::openapi() const {
  namespace bj = boost::json;
  bj::object components, paths;
  bj::object problem{{"$ref", "#/components/schemas/Problem"}};
  components["Problem"] = bj::object{
      {"type", "object"},
      {"properties", bj::object{{"type", bj::object{{"type", "string"}}}, {"title", schema::of<Text>(components)},
                                {"status", bj::object{{"type", "integer"}}},
                                {"fields", bj::object{{"type", "array"}, {"items", schema::of<FieldError>(components)}}}}},
      {"required", bj::array{"type", "title", "status", "fields"}}};
  for (auto& [name, o] : operations_) {
    if (o.internal) continue;
    auto request = o.request_schema(components);
    auto response = o.run_file ? bj::value(bj::object{{"type", "string"}, {"format", "binary"}}) : o.response_schema(components);
    bj::object operation{{"operationId", name},
                         {"tags", bj::array{name.substr(0, name.find('.'))}},
                         {"summary", o.summary.en},
                         {"x-summary-vi", o.summary.vi},
                         {"x-right", boost::describe::enum_to_string(o.right, "")},
                         {"responses", bj::object{{"200", bj::object{{"description", "Done"}, {"content", bj::object{{o.run_file ? "application/octet-stream" : "application/json", bj::object{{"schema", response}}}}}}},
                                                  {"default", bj::object{{"description", "Problem (RFC 9457)"}, {"content", bj::object{{"application/problem+json", bj::object{{"schema", problem}}}}}}}}}};
    if (o.change) {
      operation["requestBody"] = bj::object{{"required", true}, {"content", bj::object{{"application/json", bj::object{{"schema", request}}}}}};
    } else {
      bj::array parameters;
      auto type = std::string(request.at("$ref").as_string()).substr(std::string("#/components/schemas/").size());
      auto& fields = components.at(type).as_object();
      for (auto& [field, field_schema] : fields.at("properties").as_object()) {
        auto& required = fields.at("required").as_array();
        bool needed = std::find(required.begin(), required.end(), bj::value(field)) != required.end();
        parameters.push_back(bj::object{{"name", field}, {"in", "query"}, {"required", needed}, {"schema", field_schema}});
      }
      operation["parameters"] = parameters;
    }
    paths[(o.run_file ? "/documents/" : "/api/") + name] = bj::object{{o.change ? "post" : "get", operation}};
  }
  return {{"openapi", "3.1.0"},
          {"info", bj::object{{"title", "Giaoban"}, {"version", "0.1.0"}, {"license", bj::object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
          {"paths", paths},
          {"components", bj::object{{"schemas", components}}}};
}

}  // namespace giaoban
