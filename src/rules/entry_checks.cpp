// Reading the checks: every expression in them must be one, and a definition may use only those before it, so that
// none goes round in a circle.
#include "rules/entry_checks.hpp"

#include "rules/expression.hpp"

namespace giaoban::rules {
namespace {

class Reader {
 public:
  explicit Reader(std::vector<FieldError>& faults) : faults_(faults) {}

  void expression(const std::string& at, const std::string& text) {
    auto read = Expression::parse(text);
    if (!read) return faults_.push_back({at, read.error().title});
    read->each_name([&](const std::string& name, std::optional<size_t> arguments) {
      if (!arguments) return;
      auto known = calls_.find(name);
      if (known == calls_.end())
        faults_.push_back({at, {"Không có hàm “" + name + "”.", "There is no function “" + name + "”."}});
      else if (known->second >= 0 && known->second != static_cast<int>(*arguments))
        faults_.push_back({at, {"Hàm “" + name + "” có số tham số khác.", "“" + name + "” takes another number of arguments."}});
    });
  }
  void define(const std::string& name) { calls_[name] = 1; }

  /// What stands in braces within a sentence.
  void sentence(const std::string& at, const std::string& text) {
    for (size_t from = text.find('{'); from != std::string::npos; from = text.find('{', from + 1)) {
      auto to = text.find('}', from);
      if (to == std::string::npos) return faults_.push_back({at, {"Thiếu dấu “}”.", "A “}” is missing."}});
      expression(at, text.substr(from + 1, to - from - 1));
    }
  }

 private:
  std::vector<FieldError>& faults_;
  // With how many arguments; −1: any number of them.
  std::map<std::string, int> calls_{{"known", 1}, {"abs", 1}, {"min", -1}, {"max", -1}, {"moved", 3},
                                    {"times", 2}, {"percent", 2}, {"trend", 2}};
};

}  // namespace

std::vector<FieldError> faults_of(const Questions& questions) {
  std::vector<FieldError> faults;
  Reader reader(faults);
  for (size_t i = 0; i < questions.definitions.size(); ++i) {
    reader.expression(fmt::format("/definitions/{}/is", i), questions.definitions[i].is);
    reader.define(questions.definitions[i].name);
  }
  for (size_t i = 0; i < questions.checks.size(); ++i) {
    auto& c = questions.checks[i];
    auto at = fmt::format("/checks/{}", i);
    reader.expression(at + "/when", c.when);
    if (c.suggestion) reader.expression(at + "/suggestion", *c.suggestion);
    for (auto* text : {&c.title, &c.detail}) {
      auto where = at + (text == &c.title ? "/title" : "/detail");
      reader.sentence(where, text->vi);
      reader.sentence(where, text->en);
    }
  }
  return faults;
}

}  // namespace giaoban::rules
