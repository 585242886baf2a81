#pragma once
// What becomes of the bytes of a request before anything acts on them. Apart from the connection, so that tests can
// feed it bytes without a socket.
#include <boost/beast/http.hpp>
#include <optional>

#include "net/message.hpp"

namespace giaoban::net {

/// What the server itself answers, without the application.
Response plain(int status, std::string_view vi, std::string_view en);

/// What the parser lets through and two servers might read in two ways is refused, not interpreted.
std::optional<Response> unacceptable(const boost::beast::http::request<boost::beast::http::string_body>& r);

}  // namespace giaoban::net
