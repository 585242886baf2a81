#include "app/demo_later.hpp"

#include "rules/data_file.hpp"

namespace giaoban::demo {
namespace {

struct DefinitionsFile {
  Text about;
  std::vector<DefinitionLine> definitions;
};
BOOST_DESCRIBE_STRUCT(DefinitionsFile, (), (about, definitions))
struct ReturnedFile {
  Text about;
  std::vector<ReturnedLine> forms;
};
BOOST_DESCRIBE_STRUCT(ReturnedFile, (), (about, forms))

}  // namespace

Outcome<Later> load_later(const std::filesystem::path& directory, const City& city) {
  Later out;
  Faults faults;
  out.reorganised = rules::read_file<Reorganised>(directory / "reorganisation-2025.json", faults);
  out.seats = rules::read_file<SeatsFile>(directory / "seats-2025.json", faults).seats;
  out.definitions = rules::read_file<DefinitionsFile>(directory / "definitions-2025.json", faults).definitions;
  auto lines = rules::read_file<figures::FiguresFile>(directory / "figures-2025.json", faults);
  out.about = lines.about;
  out.plans = rules::read_file<figures::PlansFile>(directory / "plans-2025.json", faults).plans;
  out.returned = rules::read_file<ReturnedFile>(directory / "returned-2025.json", faults).forms;
  if (faults.any()) return faults.problem();
  auto indicators = city.indicators;
  for (auto& d : out.definitions) indicators.push_back(d.indicator);
  auto entries = figures::entries(lines, indicators);
  if (!entries) return tl::unexpected(entries.error());
  out.figures = std::move(*entries);
  return out;
}

}  // namespace giaoban::demo
