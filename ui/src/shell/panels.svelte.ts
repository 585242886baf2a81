// The panels over the page that anything may open: the palette, the shortcut help, my password.
export type Panel = 'palette' | 'keys' | 'password'

class Panels {
  now = $state<Panel | null>(null)
  open(panel: Panel): void {
    this.now = panel
  }
  close(): void {
    this.now = null
  }
}

export const panels = new Panels()
