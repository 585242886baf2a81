#include "net/beast.hpp"

namespace giaoban::net {

void LiveSocket::send(live::Buffer message) {
  if (closing_) return;
  if (queue_.size() >= live_queue_max || queued_bytes_ > live_queue_bytes_max) {  // a reader that slow is better off resuming with the newest state
    closing_ = true;
    beast::get_lowest_layer(ws_).close();
    return;
  }
  queued_bytes_ += message->size();
  queue_.push_back(std::move(message));
  if (writing_) return;
  writing_ = true;
  auto self = shared_from_this();
  auto work = [self] { return self->pump(); };
  asio::co_spawn(hub_.io, std::move(work), asio::detached);
}

Task<void> LiveSocket::pump() {
  auto self = shared_from_this();
  auto token = Await{};
  try {
    while (!queue_.empty() && !closing_) {
      auto message = queue_.front();
      auto buffer = asio::buffer(*message);
      auto writing = ws_.async_write(buffer, token);
      co_await std::move(writing);
      queued_bytes_ -= message->size();
      queue_.pop_front();
    }
  } catch (const std::exception&) {
    closing_ = true;  // the reader has gone; the reading side notices by itself
  }
  writing_ = false;
}

void LiveSocket::close(uint16_t code) {
  if (closing_) return;
  closing_ = true;
  auto self = shared_from_this();
  ws_.async_close(websocket::close_reason(code), [self](beast::error_code) {});
}

Task<void> LiveSocket::run(http::request<http::string_body> upgrade, Request request) {
  auto self = shared_from_this();
  auto token = Await{};
  hub_.live.insert(this);
  try {
    // A silent peer is asked with a ping; a dead one is noticed within a minute.
    ws_.set_option(websocket::stream_base::timeout{std::chrono::seconds(15), std::chrono::seconds(60), true});
    ws_.read_message_max(live_bytes_max);
    auto accepting = ws_.async_accept(upgrade, token);
    co_await std::move(accepting);
    ws_.text(true);
    std::shared_ptr<Socket> as_socket = self;
    hub_.application.opened(as_socket, request);
    beast::flat_buffer buffer;
    for (;;) {
      auto reading = ws_.async_read(buffer, token);
      co_await std::move(reading);
      hub_.application.said(as_socket, beast::buffers_to_string(buffer.data()));
      buffer.consume(buffer.size());
    }
  } catch (const std::exception&) {
    // Closed, by either side or by a broken line.
  }
  closing_ = true;
  hub_.live.erase(this);
  hub_.application.closed(this);
}

}  // namespace giaoban::net
