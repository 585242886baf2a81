#pragma once
// XML as a stream of events, for parts too large to hold as a tree.
#include <functional>
#include <string_view>

#include "base/outcome.hpp"
#include "spreadsheet/xlsx_package.hpp"

namespace giaoban::spreadsheet {

/// Names come without their prefix: writers differ in it.
class XmlEvents {
 public:
  class Attributes {
   public:
    explicit Attributes(const char** list) : list_(list) {}
    /// Empty when there is none.
    std::string_view operator[](std::string_view name) const;

   private:
    const char** list_;
  };
  virtual ~XmlEvents() = default;
  virtual void open(std::string_view element, Attributes attributes) = 0;
  virtual void close(std::string_view /*element*/) {}
  virtual void text(std::string_view /*piece*/) {}
  /// Asked after each piece: what makes it not worth reading on (too many rows).
  virtual bool enough() const { return false; }
};

/// A document type is refused at its first letter: with it goes every expansion of entities, inner and outer.
Outcome<bool> read_xml(Package& package, const std::string& part, XmlEvents& events);

}  // namespace giaoban::spreadsheet
