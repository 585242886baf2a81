// Which view an address opens. Each is a chunk of its own, loaded when first needed: a ward office on a poor
// line loads the entry form, not the chair's console.

import type { Component } from 'svelte'
import type { View } from './base/place.svelte'

type Module = { default: Component }

const views: Record<View, () => Promise<Module>> = {
  home: () => import('./home/Home.svelte'),
  figures: () => import('./figures/Figures.svelte'),
  report: () => import('./report/Report.svelte'),
  session: () => import('./session/Session.svelte'),
  conclusions: () => import('./conclusions/Conclusions.svelte'),
  directives: () => import('./directives/Directives.svelte'),
  press: () => import('./press/Press.svelte'),
  hall: () => import('./session/Hall.svelte'),
  console: () => import('./session/Console.svelte'),
  'sign-in': () => import('./access/SignIn.svelte'),
  journal: () => import('./access/History.svelte'),
  accounts: () => import('./access/Accounts.svelte'),
  start: () => import('./home/Home.svelte'),
  unknown: () => import('./shell/Unknown.svelte'),
  // The gallery of parts is for developers: the build leaves it out.
  gallery: import.meta.env.DEV ? () => import('./gallery/Gallery.svelte') : () => import('./shell/Unknown.svelte'),
}

/** Views that fill the screen, without rail and bar. */
export const bare: readonly View[] = ['hall', 'console', 'sign-in']

const loaded = new Map<View, Component>()

export function view(name: View): Component | undefined {
  return loaded.get(name)
}

export async function load(name: View): Promise<Component> {
  const known = loaded.get(name)
  if (known) return known
  const module = await views[name]()
  loaded.set(name, module.default)
  return module.default
}

/** Begins loading when a pointer or the focus comes near. */
export function prefetch(name: View): void {
  // A failure shows when the view is opened.
  if (!loaded.has(name)) load(name).catch(() => undefined)
}
