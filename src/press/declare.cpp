#include "press/room.hpp"

namespace giaoban::press {

void declare(Catalogue& catalogue, figures::Tools tools) {
  catalogue.read({.name = "press.show", .right = Right::signed_in, .summary = {"Tin phiên họp và trang công bố", "The session's story and public page"}},
                 [tools](Context& c, const OfMonth& q) { return show(c, tools, q); });
  catalogue.change({.name = "press.edit", .right = Right::press_edit, .summary = {"Lưu tin đang viết", "Save the story being written"}},
                   [tools](Context& c, const Edit& q) { return edit(c, tools, q); });
  catalogue.change({.name = "press.publish", .right = Right::press_edit, .summary = {"Công bố trang phiên họp", "Publish the session's page"}},
                   [tools](Context& c, const OfMonth& q) { return publish(c, tools, q); });
  catalogue.file({.name = "press.page", .right = Right::open, .summary = {"Một trang, nguồn tin, lịch hay dữ liệu công bố", "A public page, feed, calendar or data"}},
                 [tools](Context& c, const AskPage& q) { return page(c, tools, q); });
}

}  // namespace giaoban::press
