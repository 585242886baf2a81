// Light, dark, or as the system says. theme.js sets the choice before the first paint.

export type Theme = 'light' | 'dark' | 'system'

const kept = 'giaoban.theme'

class ThemeChoice {
  now = $state<Theme>((document.documentElement.dataset.theme as Theme | undefined) ?? 'system')

  choose(theme: Theme): void {
    this.now = theme
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    try {
      if (theme === 'system') localStorage.removeItem(kept)
      else localStorage.setItem(kept, theme)
    } catch {
      // Storage may be forbidden; the choice then holds until the page is closed.
    }
  }
}

export const theme = new ThemeChoice()
