#include <boost/url.hpp>

#include "live/views.hpp"

namespace giaoban::live {

std::optional<Address> parse_address(const Catalogue& catalogue, std::string_view address) {
  auto url = boost::urls::parse_origin_form(address);
  if (!url || address.size() > 2048) return {};
  std::string path(url->path());
  if (!path.starts_with("/api/")) return {};
  Address out;
  out.operation = catalogue.find(std::string_view(path).substr(5));
  if (!out.operation || out.operation->change || out.operation->run_file) return {};
  for (auto p : url->params()) out.query.emplace_back(std::string(p.key), std::string(p.value));
  return out;
}

}  // namespace giaoban::live
