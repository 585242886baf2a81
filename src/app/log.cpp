#include "app/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <boost/json.hpp>

namespace giaoban::app {
namespace {

/// An event is JSON already (a request's line) or words (what an exception said), which become a JSON string.
class Event final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
    std::string_view text(message.payload.data(), message.payload.size());
    if (text.starts_with('{') || text.starts_with('"')) {
      out.append(text.data(), text.data() + text.size());
      return;
    }
    auto quoted = boost::json::serialize(boost::json::string(text));
    out.append(quoted.data(), quoted.data() + quoted.size());
  }
  std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<Event>(); }
};

}  // namespace

void log_as_json() {
  auto log = spdlog::stderr_logger_mt("giaoban");
  auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
  formatter->add_flag<Event>('*').set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","event":%*})");
  log->set_formatter(std::move(formatter));
  spdlog::set_default_logger(log);
  spdlog::flush_on(spdlog::level::info);
}

}  // namespace giaoban::app
