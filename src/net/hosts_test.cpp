#include "net/hosts.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using giaoban::net::host_name;
using giaoban::net::Hosts;

TEST_CASE("hosts: the machine's own names, the address served and the names given; nothing else, however written") {
  Hosts own("127.0.0.1");
  for (auto* good : {"localhost", "LocalHost:8080", "localhost.", "giaoban.localhost", "127.0.0.1", "127.0.0.1:80", "127.8.8.8", "[::1]", "[::1]:8080", "[0:0:0:0:0:0:0:1]"}) CHECK(own.serve(good));
  for (auto* bad : {"", "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "evil.example/localhost", "10.0.0.5", "[::2]",
                    "[::1", "[::1]x", "[localhost]", "localhost:80a", "localhost:123456", "localhost:80:80", "local host", "127.1", "0x7f000001", "2130706433", ".", "::1"})
    CHECK_FALSE(own.serve(bad));
}

TEST_CASE("hosts: names are given bare or as whole addresses; on all addresses any number is ours, no name is") {
  Hosts named("10.0.0.5", {"https://Giaoban.MongCai.example/", "so-lieu.example:8443"});
  for (auto* good : {"giaoban.mongcai.example", "giaoban.mongcai.example:443", "so-lieu.example", "10.0.0.5:8080", "localhost"}) CHECK(named.serve(good));
  for (auto* bad : {"x.giaoban.mongcai.example", "example", "10.0.0.6"}) CHECK_FALSE(named.serve(bad));
  Hosts all("0.0.0.0"), six("::"), one("fd00::5");
  for (auto* number : {"192.168.1.20:8080", "[fd00::7]"}) {
    CHECK(all.serve(number));
    CHECK(six.serve(number));
  }
  CHECK_FALSE(all.serve("evil.example"));
  CHECK(one.serve("[fd00::5]:8080"));
  CHECK_FALSE(one.serve("[fd00::6]"));
  for (auto* bad : {"", "https://", "a b", "ftp://a/b", "https://name/path"}) CHECK_THROWS(Hosts("127.0.0.1", {bad}));
}

TEST_CASE("hosts: no bytes but the given name's own spellings are let in") {
  rc::check([](const std::string& bytes) {
    auto name = host_name(bytes);
    RC_ASSERT(!name || !name->empty());
    if (name) RC_ASSERT(host_name(*name) == name || name->ends_with('.'));
    Hosts hosts("127.0.0.1", {"ours.example"});
    RC_ASSERT(!hosts.serve(bytes + ".evil.example"));
    RC_ASSERT(!hosts.serve(bytes + "x.example"));
  });
}
