#pragma once
#include "figures/exchange/read_file.hpp"
#include "figures/form.hpp"

namespace giaoban::figures::exchange {

/// A form as it stands, for its template.
FormTemplate template_of(Context& context, const Tools& tools, const OpenForm& form);

}  // namespace giaoban::figures::exchange
