#include "documents/notice.hpp"

#include <doctest/doctest.h>

#include "documents/html.hpp"
#include "documents/samples.hpp"
#include "documents/testing.hpp"

namespace giaoban::documents {

TEST_CASE("the notice says what was approved") {
  approve("notice.html", html_article(notice(samples::notice())));
}

}  // namespace giaoban::documents
