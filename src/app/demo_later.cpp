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
struct SeatLines {
  Text about;
  std::vector<SeatLine> seats;
};
BOOST_DESCRIBE_STRUCT(SeatLines, (), (about, seats))

template <class T>
T taken(const std::filesystem::path& file, Faults& faults) {
  auto read = rules::read_file<T>(file);
  if (read) return *read;
  for (auto& f : read.error().fields) faults.add(f.pointer, f.message);
  if (read.error().fields.empty()) faults.add(file.filename().string(), read.error().title);
  return {};
}

}  // namespace

Outcome<Later> load_later(const std::filesystem::path& directory, const City& city) {
  Later out;
  Faults faults;
  out.reorganised = taken<Reorganised>(directory / "reorganisation-2025.json", faults);
  out.seats = taken<SeatLines>(directory / "seats-2025.json", faults).seats;
  out.definitions = taken<DefinitionsFile>(directory / "definitions-2025.json", faults).definitions;
  auto lines = taken<figures::FiguresFile>(directory / "figures-2025.json", faults);
  out.about = lines.about;
  out.plans = taken<figures::PlansFile>(directory / "plans-2025.json", faults).plans;
  out.returned = taken<ReturnedFile>(directory / "returned-2025.json", faults).forms;
  if (faults.any()) return faults.problem();
  auto indicators = city.indicators;
  for (auto& d : out.definitions) indicators.push_back(d.indicator);
  auto entries = figures::entries(lines, indicators);
  if (!entries) return tl::unexpected(entries.error());
  out.figures = std::move(*entries);
  return out;
}

}  // namespace giaoban::demo
