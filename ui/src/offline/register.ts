// Lets the page be kept for a cut line, once it has shown itself: the first visit is not slowed by it. Where there
// is no secure context (a hall's PC by plain HTTP) the page works as ever, with a line.
export function keepPage(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () => void navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' }).catch(() => undefined)
  const soon = () => ('requestIdleCallback' in window ? requestIdleCallback(register, { timeout: 5000 }) : setTimeout(register, 1000))
  if (document.readyState === 'complete') soon()
  else addEventListener('load', soon, { once: true })
}
