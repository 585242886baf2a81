#pragma once
// JSON Schema (OpenAPI 3.1) of described structs. One source for the API's document and the page's types.
#include <boost/core/demangle.hpp>
#include <boost/json.hpp>
#include <string>
#include <typeinfo>

#include "base/json.hpp"

namespace giaoban::schema {

/// "giaoban::figures::Form" -> "FiguresForm"; "giaoban::Text" -> "Text".
std::string public_name(const std::string& type);

template <class T>
std::string name_of() {
  return public_name(boost::core::demangle(typeid(T).name()));
}

/// Schema of T; named types are put into `components` and referred to.
template <class T>
boost::json::value of(boost::json::object& components) {
  namespace bj = boost::json;
  if constexpr (json::detail::is_optional<T>::value) {
    return bj::object{{"anyOf", bj::array{of<typename T::value_type>(components), bj::object{{"type", "null"}}}}};
  } else if constexpr (std::is_same_v<T, bj::value>) {
    return bj::object{};
  } else if constexpr (std::is_same_v<T, bool>) {
    return bj::object{{"type", "boolean"}};
  } else if constexpr (std::is_integral_v<T>) {
    return bj::object{{"type", "integer"}};
  } else if constexpr (std::is_same_v<T, std::string>) {
    return bj::object{{"type", "string"}};
  } else if constexpr (json::detail::Scalar<T>) {
    const char* format = std::is_same_v<T, Month> ? "month" : std::is_same_v<T, Date> ? "date" : std::is_same_v<T, Instant> ? "date-time" : "decimal";
    return bj::object{{"type", "string"}, {"format", format}};
  } else if constexpr (json::detail::is_vector<T>::value) {
    return bj::object{{"type", "array"}, {"items", of<typename T::value_type>(components)}};
  } else if constexpr (json::detail::is_map<T>::value) {
    return bj::object{{"type", "object"}, {"additionalProperties", of<typename T::mapped_type>(components)}};
  } else {
    auto name = name_of<T>();
    if (!components.contains(name)) {
      components[name] = nullptr;  // first, so that a type may contain itself
      if constexpr (std::is_enum_v<T>) {
        bj::array names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) { names.push_back(d.name); });
        components[name] = bj::object{{"type", "string"}, {"enum", names}};
      } else {
        bj::object properties;
        bj::array required;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>>(
            [&](auto d) {
              using M = std::remove_reference_t<decltype(std::declval<T&>().*d.pointer)>;
              properties[d.name] = of<M>(components);
              if constexpr (!json::detail::is_optional<M>::value) required.push_back(d.name);
            });
        components[name] = bj::object{{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}};
      }
    }
    return bj::object{{"$ref", "#/components/schemas/" + name}};
  }
}

}  // namespace giaoban::schema
