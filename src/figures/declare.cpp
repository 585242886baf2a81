#include "figures/figures.hpp"

namespace giaoban::figures {

void declare(Catalogue& catalogue, Tools tools) {
  (void)catalogue;
  (void)tools;
}

}  // namespace giaoban::figures
