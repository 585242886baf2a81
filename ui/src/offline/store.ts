// What the page keeps on this machine: figures not sent yet, and views as they were last seen. One IndexedDB for
// all tabs. Where it is forbidden (a private window, a full disk) the same is held as long as the page is open.

export type Kept = 'unsent' | 'seen'
type Key = readonly string[]

const schema = 1
let opening: Promise<IDBDatabase> | undefined
const held = new Map<string, unknown>()
const name = (store: Kept, key: Key) => JSON.stringify([store, ...key])

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((done, failed) => {
    const asked = indexedDB.open('giaoban', schema)
    asked.onupgradeneeded = () => {
      // Keys are arrays that begin with the account: what one user keeps is never found as another's.
      for (const store of ['unsent', 'seen']) asked.result.createObjectStore(store)
    }
    asked.onsuccess = () => {
      // A newer page in another tab may need a newer schema.
      asked.result.onversionchange = () => asked.result.close()
      asked.result.onclose = () => (opening = undefined)
      done(asked.result)
    }
    asked.onerror = () => failed(asked.error)
    asked.onblocked = () => failed(new Error('blocked'))
  })
  return opening
}

/**
 * Reads a record, lets `change` make the next one of it (undefined: none), and writes that, in one transaction: no
 * other tab comes between. Resolves when it is on the disk.
 */
export async function update<T>(store: Kept, key: Key, change: (now: T | undefined) => T | undefined): Promise<T | undefined> {
  let base: IDBDatabase
  try {
    base = await open()
  } catch {
    const next = change(held.get(name(store, key)) as T | undefined)
    if (next === undefined) held.delete(name(store, key))
    else held.set(name(store, key), next)
    return next
  }
  return new Promise<T | undefined>((done, failed) => {
    const transaction = base.transaction(store, 'readwrite', { durability: store === 'unsent' ? 'strict' : 'relaxed' })
    const records = transaction.objectStore(store)
    let next: T | undefined
    const found = records.get([...key])
    found.onsuccess = () => {
      const now = found.result as T | undefined
      next = change(now)
      if (next === undefined) records.delete([...key])
      else if (next !== now) records.put(next, [...key])
    }
    transaction.oncomplete = () => done(next)
    transaction.onerror = transaction.onabort = () => failed(transaction.error)
  })
}

export async function get<T>(store: Kept, key: Key): Promise<T | undefined> {
  let base: IDBDatabase
  try {
    base = await open()
  } catch {
    return held.get(name(store, key)) as T | undefined
  }
  return new Promise<T | undefined>((done, failed) => {
    const found = base.transaction(store).objectStore(store).get([...key])
    found.onsuccess = () => done(found.result as T | undefined)
    found.onerror = () => failed(found.error)
  })
}

/** Everything whose key begins with `first`. */
export async function all<T>(store: Kept, first: string): Promise<T[]> {
  let base: IDBDatabase
  try {
    base = await open()
  } catch {
    const begin = name(store, [first]).slice(0, -1)
    return [...held].filter(([key]) => key.startsWith(begin)).map(([, record]) => record as T)
  }
  return new Promise<T[]>((done, failed) => {
    const found = base.transaction(store).objectStore(store).getAll(under(first))
    found.onsuccess = () => done(found.result as T[])
    found.onerror = () => failed(found.error)
  })
}

export async function forget(store: Kept, first: string): Promise<void> {
  let base: IDBDatabase
  try {
    base = await open()
  } catch {
    const begin = name(store, [first]).slice(0, -1)
    for (const key of held.keys()) if (key.startsWith(begin)) held.delete(key)
    return
  }
  await new Promise<void>((done, failed) => {
    const transaction = base.transaction(store, 'readwrite')
    transaction.objectStore(store).delete(under(first))
    transaction.oncomplete = () => done()
    transaction.onerror = transaction.onabort = () => failed(transaction.error)
  })
}

function under(first: string): IDBKeyRange {
  // An array sorts after every text: this holds [first, …] of any length.
  return IDBKeyRange.bound([first], [first, []])
}
