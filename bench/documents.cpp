#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "bench.hpp"

namespace giaoban::bench {

void documents(const Say& say) {
  City city;
  city.start();
  auto office = city.enter("head_of_office");
  auto fetch = [&](const std::string& format) {
    auto answer = office.get("/documents/conclusions.notice?session=1&format=" + format);
    if (answer.status != 200) throw std::runtime_error("no notice: " + answer.body);
    return answer.body;
  };
  fetch("pdf");  // the fonts are found once, at the first document
  std::vector<double> both;
  std::string docx;
  for (int i = 0; i < 11; ++i) {
    auto from = milliseconds_now();
    docx = fetch("docx");
    fetch("pdf");
    both.push_back(milliseconds_now() - from);
  }
  std::sort(both.begin(), both.end());
  std::optional<double> theirs;
  if (have("soffice")) {
    auto file = city.folder() / "notice.docx";
    std::ofstream(file, std::ios::binary) << docx;
    std::vector<std::string> convert{"soffice", "--headless", "-env:UserInstallation=file://" + (city.folder() / "office").string(), "--convert-to", "pdf", "--outdir", city.folder().string(), file.string()};
    run(convert);  // its first start makes a profile
    auto from = milliseconds_now();
    run(convert);
    theirs = milliseconds_now() - from;
  }
  say(figure("notice as DOCX and PDF, over HTTP, median of 11", both[both.size() / 2], "ms", Better::lower,
                 theirs ? "LibreOffice converting the same DOCX to PDF" : "LibreOffice is not on this machine", theirs));
}

}  // namespace giaoban::bench
