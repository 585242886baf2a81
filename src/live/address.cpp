#include <boost/url.hpp>

#include "live/views.hpp"

namespace giaoban::live {

std::optional<Address> parse_address(const Catalogue& catalogue, std::string_view address) {
  auto url = boost::urls::parse_origin_form(address);
  if (!url || address.size() > 2048) return {};
  // As it is written: names need no escapes, and one address in two spellings would be two views.
  std::string_view path(url->encoded_path().data(), url->encoded_path().size());
  if (!path.starts_with("/api/")) return {};
  Address out;
  out.operation = catalogue.find(path.substr(5));
  if (!out.operation || out.operation->change || out.operation->run_file) return {};
  for (auto p : url->params()) out.query.emplace_back(std::string(p.key), std::string(p.value));
  return out;
}

}  // namespace giaoban::live
