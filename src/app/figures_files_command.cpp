// giaoban figures import | export: files on the command line, on a data folder or against plain files of one's own.
#include <fstream>
#include <iostream>
#include <iterator>

#include "app/figures_command.hpp"
#include "app/program.hpp"
#include "figures/exchange/exchange.hpp"
#include "figures/exchange/publish.hpp"
#include "figures/exchange/read_file.hpp"
#include "figures/plain_file.hpp"
#include "spreadsheet/limits.hpp"

namespace giaoban::app {
namespace {

using namespace figures;
namespace fs = std::filesystem;

struct FileOptions {
  std::string file = "-", data, database, files, account, figures, format = "csv", out = "-", from, to, unit, language;
  exchange::FileRequest mapping;
  std::string across, decimal_sign;
  std::vector<std::string> columns, names;
  bool dry_run = false;
};

std::string bytes_of(const std::string& file) {
  std::ifstream in;
  if (file != "-") in.open(file, std::ios::binary);
  if (file != "-" && !in) throw std::runtime_error("Cannot read " + file + ".");
  auto& stream = file == "-" ? std::cin : static_cast<std::istream&>(in);
  std::string bytes;
  char piece[64 * 1024];
  while (stream.read(piece, sizeof piece) || stream.gcount() > 0) {
    bytes.append(piece, static_cast<size_t>(stream.gcount()));
    if (bytes.size() > spreadsheet::Limits{}.file_bytes) throw std::runtime_error("The file is larger than 20 MB. Divide it.");
  }
  return bytes;
}
void write_out(const std::string& file, const std::string& bytes) {
  if (file == "-") {
    // Excel wants CSV's mark; whoever reads standard output does not.
    std::cout << std::string_view(bytes).substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0) << std::flush;
  } else if (!std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) {
    throw std::runtime_error("Cannot write " + file + ".");
  }
}

template <class E>
std::optional<E> word(const std::string& text) {
  if (text.empty()) return {};
  E out{};
  if (!boost::describe::enum_from_string(text.c_str(), out)) throw std::runtime_error("What is meant by " + text + "? See --help.");
  return out;
}
Month month_of(const std::string& text) {
  auto month = Month::parse(text);
  if (!month) throw std::runtime_error("A month is written 2021-04.");
  return *month;
}

void tell(const std::vector<spreadsheet::CellFault>& faults, size_t count) {
  for (auto& f : faults) std::cerr << f.address << "\t" << f.what.en << "\n\t" << f.what.vi << "\n";
  if (count > faults.size()) std::cerr << "… and " << count - faults.size() << " more\n";
}

// ---- on a plain file of one's own (docs/indicator.md)

class Plain {
 public:
  explicit Plain(const FileOptions& o) : options_(o), figures_(or_throw(read_plain(o.figures))) {
    for (auto& i : columns().indicators()) {
      known.indicators.add(i.code, {i.name.vi, i.name.en});
      out_.indicators.push_back({i.code, i.name, i.unit_of_measure});
    }
    for (auto& u : figures_.units) {
      auto names = u.vi;
      names.insert(names.end(), u.en.begin(), u.en.end());
      known.units.add(u.code, names);
      out_.units.push_back({u.code, {u.vi.empty() ? u.code : u.vi.front(), u.en.empty() ? u.code : u.en.front()}, {}});
    }
  }

  const Columns& columns() const { return figures_.columns; }
  /// Why the value cannot be taken; nothing when it was.
  std::optional<Text> add(const std::string& indicator, const std::string& unit, Month month, Decimal value, State state) {
    auto i = columns().find_indicator(indicator).value();
    auto u = columns().find_unit(unit).value();
    if (!columns().indicator(i).entered() || !columns().reports(i, u))
      return Text{"Đơn vị không báo cáo chỉ tiêu này.", "The unit does not report this indicator."};
    auto scaled = value.at_scale(columns().indicator(i).scale);
    if (!scaled) return Text{"Nhiều chữ số lẻ hơn chỉ tiêu cho phép.", "More decimals than the indicator holds."};
    out_.observations.push_back({i, place_of(unit), month, *scaled, state, {}});
    return {};
  }
  void add_all(Month from, Month to, const std::string& unit) {
    for (IndicatorIndex i = 0; i < columns().indicators().size(); ++i)
      for (auto u : columns().indicator(i).entered() ? columns().reporters(i, columns().root()) : std::vector<UnitIndex>())
        for (Month m = std::max(from, columns().indicator(i).since); m <= std::min(to, figures_.last); m = m.plus(1)) {
          auto& code = columns().unit(u).code;
          auto value = columns().value(i, u, m);
          if (value.present() && (unit.empty() || unit == code))
            out_.observations.push_back({i, place_of(code), m, Decimal{value.units, columns().indicator(i).scale}, value.state, {}});
        }
  }
  std::string write() {
    auto* format = exchange::format_of(options_.format);
    if (!format) throw std::runtime_error("Formats: csv, xlsx, sdmx-csv, sdmx-json, dhis2.");
    std::sort(out_.observations.begin(), out_.observations.end(), [](auto& a, auto& b) { return std::tie(a.indicator, a.unit, a.month) < std::tie(b.indicator, b.unit, b.month); });
    return format->write(out_, word<Language>(options_.language).value_or(Language::vi));
  }

  exchange::Known known;

 private:
  /// The whole may report too; it has no name of its own in a plain file.
  size_t place_of(const std::string& unit) {
    auto found = std::find_if(out_.units.begin(), out_.units.end(), [&](auto& u) { return u.code == unit; });
    if (found == out_.units.end()) found = out_.units.insert(found, {unit, same(unit), {}});
    return static_cast<size_t>(found - out_.units.begin());
  }
  const FileOptions& options_;
  PlainFigures figures_;
  exchange::Publication out_;
};

int import_plain(const FileOptions& o) {
  Plain plain(o);
  auto form_of = [](const std::string&, Month) -> Outcome<exchange::FormTemplate> {
    return refuse(Problem::Kind::invalid, {"Biểu của hệ thống cần thư mục dữ liệu (--data).", "A form's template needs the data folder that it is of (--data)."});
  };
  auto reading = or_throw(exchange::read_file(bytes_of(o.file), exchange::mapping_of(o.mapping), plain.known, form_of));
  for (auto& v : reading.values)
    if (auto fault = plain.add(v.indicator, v.unit, v.month, v.value, v.state)) reading.faults.add(v.address, *fault);
  for (auto& n : reading.notices) std::cerr << n.en << "\n";
  tell(reading.faults.named(), reading.faults.count());
  if (reading.faults.any() && !o.mapping.good_part.value_or(false)) return 2;
  write_out(o.out, plain.write());
  return 0;
}

int export_plain(const FileOptions& o) {
  Plain plain(o);
  plain.add_all(o.from.empty() ? Month::of(1900, 1) : month_of(o.from), o.to.empty() ? (o.from.empty() ? Month::of(2199, 12) : month_of(o.from)) : month_of(o.to), o.unit);
  write_out(o.out, plain.write());
  return 0;
}

// ---- on a data folder

struct ActorRow {
  int64_t account = 0, seat = 0, unit = 0;
  std::string unit_code;
  Office office = Office::unit_clerk;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(ActorRow, (), (account, seat, unit, unit_code, office, member))

/// What is done is done by an office, here as on the page.
Actor actor(Program& program, const std::string& account) {
  if (account.empty()) throw std::runtime_error("Say who does it: --as ACCOUNT (see `giaoban user --list`).");
  std::optional<ActorRow> row;
  program.database->read([&](db::Transaction& tx) {
    row = tx.one<ActorRow>("select a.id, t.id, t.unit, u.code, t.office, t.member from account a join seat t on t.id = a.seat join unit u on u.id = t.unit where a.name = ?", account);
  });
  if (!row) throw std::runtime_error("There is no account " + account + ".");
  return {row->account, row->seat, row->unit, row->unit_code, row->office, row->member};
}

int print(const Reply& reply) {
  (reply.done ? std::cout : std::cerr) << reply.body << "\n";
  return reply.done ? 0 : 2;
}

int import_into(const FileOptions& o) {
  Program program({.data = o.data, .database = o.database, .files = o.files, .readers = 1});
  program.share_files();
  auto who = actor(program, o.account);
  auto bytes = bytes_of(o.file);
  if (o.dry_run) {
    std::optional<Outcome<exchange::FileReport>> report;
    program.database->read([&](db::Transaction& tx) {
      Context context(tx, who, program.rights, program.memory.clock.now(), 0, false);
      auto tools = program.memory.tools();
      report = exchange::take_file(context, tools, o.mapping, bytes, false);
    });
    auto shown = or_throw(std::move(*report));
    std::cout << json::text_of(shown) << "\n";
    return shown.wrong > 0 ? 2 : 0;
  }
  auto name = o.file == "-" ? std::string("standard input") : fs::path(o.file).filename().string();
  auto kept = program.engine->call("files.keep", boost::json::object{{"name", name}, {"size", static_cast<int64_t>(bytes.size())}, {"hash", program.memory.files.keep(bytes)}}, who);
  if (!kept.done) return print(kept);
  auto request = o.mapping;
  request.file = boost::json::parse(kept.body).at("id").as_int64();
  return print(program.engine->call("figures.import_file", json::write(request), who));
}

int export_from(const FileOptions& o) {
  Program program({.data = o.data, .database = o.database, .readers = 1});
  exchange::ExportRequest request{o.format, month_of(o.from), month_of(o.to.empty() ? o.from : o.to), {}, {}, word<Language>(o.language)};
  if (!o.unit.empty()) request.unit = o.unit;
  auto reply = program.engine->call("figures.export", json::write(request), actor(program, o.account));
  if (!reply.done) return print(reply);
  write_out(o.out, reply.body);
  return 0;
}

void where(CLI::App& c, FileOptions& o) {
  c.add_option("--data", o.data, "A data folder; say with --as who does it");
  c.add_option("--database", o.database, "postgresql://… instead of SQLite in the data folder");
  c.add_option("--files", o.files, "Folder of the kept files, where it is not in the data folder");
  c.add_option("--as", o.account, "The account that does it; its office's rights hold");
  c.add_option("--figures", o.figures, "A plain file instead of a data folder (docs/indicator.md)");
  c.add_option("--format", o.format, "csv, xlsx, sdmx-csv, sdmx-json or dhis2")->capture_default_str();
  c.add_option("--out", o.out, "Where to write; - is standard output")->capture_default_str();
  c.add_option("--language", o.language, "vi or en, of headings and names");
}

}  // namespace

void figures_import(CLI::App& c, Chosen& chosen) {
  auto o = std::make_shared<FileOptions>();
  c.add_option("file", o->file, "XLSX, CSV or DHIS2 JSON; - is standard input")->capture_default_str();
  where(c, *o);
  auto& m = o->mapping;
  c.add_option("--sheet", m.sheet, "The sheet; otherwise the first that is shown");
  c.add_option("--header-row", m.header_row, "The row of the headings, from 1; otherwise looked for");
  c.add_option("--indicator", m.indicator, "Its column: heading, letters, or =code for the whole sheet");
  c.add_option("--unit", m.unit, "The same for the unit");
  c.add_option("--month", m.month, "The same for the month (=2021-04)");
  c.add_option("--value", m.value, "The column of the values");
  c.add_option("--state", m.state, "The column that says official or estimate");
  c.add_option("--reason", m.reason, "The column of reasons");
  c.add_option("--across", o->across, "Values stand under headings of this: unit, indicator or month");
  c.add_option("--decimal-sign", o->decimal_sign, "Of numbers written as text: comma, dot, or each by its shape (detect)");
  c.add_option("--column", o->columns, "What a heading over values means, by its column: C=retail_sales; C= leaves it out");
  c.add_option("--name", o->names, "What a word of the sheet means: \"Hải Hoà=hai-hoa\"; \"Tổng cộng=\" leaves its rows out");
  c.add_flag("--good-part", m.good_part, "Take what is right and leave out what is at fault");
  c.add_flag("--dry-run", o->dry_run, "Say what would change, and change nothing");
  c.callback([o, &chosen] {
    chosen = [o] {
      if (!o->columns.empty()) o->mapping.columns = fmt::format("{}", fmt::join(o->columns, "\n"));
      if (!o->names.empty()) o->mapping.names = fmt::format("{}", fmt::join(o->names, "\n"));
      o->mapping.across = word<exchange::Across>(o->across);
      o->mapping.decimal_sign = word<spreadsheet::DecimalSign>(o->decimal_sign);
      if (o->data.empty() == o->figures.empty()) throw std::runtime_error("Give either --data FOLDER or --figures FILE.");
      return o->data.empty() ? import_plain(*o) : import_into(*o);
    };
  });
}

void figures_export(CLI::App& c, Chosen& chosen) {
  auto o = std::make_shared<FileOptions>();
  where(c, *o);
  c.add_option("--from", o->from, "The first month, 2021-01");
  c.add_option("--to", o->to, "The last month; otherwise the first");
  c.add_option("--unit", o->unit, "A unit with what is below it");
  c.callback([o, &chosen] {
    chosen = [o] {
      if (o->data.empty() == o->figures.empty()) throw std::runtime_error("Give either --data FOLDER or --figures FILE.");
      return o->data.empty() ? export_plain(*o) : export_from(*o);
    };
  });
}

}  // namespace giaoban::app
