#include "documents/invitation.hpp"

#include <doctest/doctest.h>

#include "documents/html.hpp"
#include "documents/samples.hpp"
#include "documents/testing.hpp"

namespace giaoban::documents {

TEST_CASE("the invitation says what was approved") {
  approve("invitation.html", html_article(invitation(samples::invitation())));
}

}  // namespace giaoban::documents
