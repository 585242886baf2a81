#pragma once
#include <glib-object.h>
#include <pango/pango.h>

#include <memory>
#include <string>
#include <vector>

#include "documents/tree.hpp"

namespace giaoban::documents {

/// The face that stands for Times New Roman: the same advance widths, free to embed, in Debian.
inline constexpr const char* face = "Liberation Serif";
/// The name that Word is given, as the decree has it.
inline constexpr const char* word_face = "Times New Roman";

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
/// Shared between all who ask for the same words in one thread: nobody changes it.
using Layout = std::shared_ptr<PangoLayout>;

/// Shapes text without hinting, so that widths on paper do not depend on a screen. `width` {0} = never
/// wrapped. Throws if the face is not installed: another one would break lines elsewhere than Word does.
Layout lay_out(const std::vector<Run>& runs, const Look& look, Length width, Language language);

/// Width of the widest line, nothing wrapped.
Length width_of(const std::vector<Run>& runs, const Look& look, Language language);

}  // namespace giaoban::documents
