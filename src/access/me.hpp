#pragma once
#include "access/access.hpp"

namespace giaoban::access {

/// Browsers that one account is signed in with at once; beyond, the oldest sign-in ends. A seat that several people
/// share in a demo needs some, a store full of sign-ins nobody.
inline constexpr int64_t sessions_max = 50;

/// Who I am, what I may do, and what the page needs to speak to the server.
struct Me {
  bool signed_in = false;
  std::string account;
  std::optional<SeatRef> seat;
  bool member = false;
  std::vector<Right> rights;
  std::string csrf_token;
  units::UnitRef body;
  Text body_name;
  bool demo = false;
  Instant now;
  Date today;
};
BOOST_DESCRIBE_STRUCT(Me, (), (signed_in, account, seat, member, rights, csrf_token, body, body_name, demo, now, today))

Me me(Context& context, const std::string& csrf);
/// Opens a session for the account: token into the cookie, its hash into the store.
Me open_session(Context& context, Sessions& sessions, int64_t account);

void declare_sign_in(Catalogue& catalogue, Sessions& sessions);
void declare_accounts(Catalogue& catalogue, Sessions& sessions);
void declare_demo(Catalogue& catalogue, Sessions& sessions, Clock& clock);
/// `catalogue` must live as long as what it declares: entries are named by the operations' own summaries.
void declare_history(Catalogue& catalogue);

}  // namespace giaoban::access
