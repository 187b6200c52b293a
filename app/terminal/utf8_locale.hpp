#pragma once

#include <langinfo.h>
#include <locale.h>
#include <string_view>

namespace tally {

/// Makes the C library take characters for UTF-8 in this thread, whatever the
/// environment says, as tally does everywhere else.
class utf8_locale {
public:
  utf8_locale() : own_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (!own_)
      own_ = newlocale(LC_CTYPE_MASK, "", nullptr);
    if (own_)
      before_ = uselocale(own_);
  }

  utf8_locale(const utf8_locale&) = delete;

  utf8_locale& operator=(const utf8_locale&) = delete;

  ~utf8_locale() {
    if (!own_)
      return;
    uselocale(before_);
    freelocale(own_);
  }

  /// Tells whether it worked out.
  bool good() const {
    return std::string_view{nl_langinfo(CODESET)} == "UTF-8";
  }

private:
  locale_t own_;
  locale_t before_ = nullptr;
};

} // namespace tally
