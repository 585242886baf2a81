#pragma once
#include "documents/tree.hpp"

namespace giaoban::documents {

/// Where little more than the signature falls on a last page of its own, sets the body in the smaller of the
/// sizes that the decree allows (13 instead of 14), if that saves the page: as an office does before it asks
/// for a signature.
void fit(Document& document);

}  // namespace giaoban::documents
