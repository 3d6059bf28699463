const storageKey = 'broadsheet-tab'

/**
 * The name of this tab: the same after a reload, another in a copy of the tab, which brings the storage of its original along. The browser holds
 * the name as a lock for as long as the tab is open.
 */
export async function nameTab(): Promise<string> {
  const known = sessionStorage.getItem(storageKey)
  if (known && (await hold(known))) return known
  const name = crypto.randomUUID()
  sessionStorage.setItem(storageKey, name)
  await hold(name)
  return name
}

/** The names of the tabs that are open in this browser now. */
export async function listOpenTabs(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => (name?.startsWith(storageKey) ? name.slice(storageKey.length + 1) : [])))
}

function hold(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(`${storageKey} ${name}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      // Held until the tab is closed: the browser then ends the wait with everything else.
      return lock ? new Promise<void>(() => {}) : undefined
    })
  })
}
