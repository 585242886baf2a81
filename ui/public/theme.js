// Before the first paint: the theme and the language chosen last time. A file of its own because the
// content security policy allows no inline script.
(function () {
  try {
    var theme = localStorage.getItem('giaoban.theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
    var language = localStorage.getItem('giaoban.language')
    if (language === 'vi' || language === 'en') document.documentElement.lang = language
  } catch (blocked) {
    // Storage may be forbidden; the system's theme and Vietnamese then hold.
  }
})()
