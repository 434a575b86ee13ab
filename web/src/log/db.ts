/* The browser's own store: one IndexedDB database, two object stores.
 *
 * `events`: the append-only record, in order of arrival; {n, id, line}. `id` is unique, so that a line that comes
 * twice stays one. `meta`: small things of this device by name (who, clock, cursors, settings, session snapshot).
 * Writes ask for strict durability: what was acknowledged survives the battery.
 */
export interface StoredEvent {
  n?: number;
  id: string;
  line: string;
}

const NAME = 'keel';
const VERSION = 1;

export function openDatabase(onLost: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const db = request.result;
      const events = db.createObjectStore('events', { keyPath: 'n', autoIncrement: true });
      events.createIndex('id', 'id', { unique: true });
      db.createObjectStore('meta');
    };
    request.onsuccess = () => {
      const db = request.result;
      db.onversionchange = () => db.close();
      db.onclose = onLost;
      resolve(db);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the store is held by an older tab'));
  });
}

export function wait<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function committed(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('the write was taken back'));
    tx.onerror = () => reject(tx.error);
  });
}

export function writing(db: IDBDatabase, stores: string[]): IDBTransaction {
  return db.transaction(stores, 'readwrite', { durability: 'strict' });
}

export async function readMeta<T>(db: IDBDatabase, key: string): Promise<T | undefined> {
  const tx = db.transaction('meta');
  return (await wait(tx.objectStore('meta').get(key))) as T | undefined;
}

export async function writeMeta(db: IDBDatabase, key: string, value: unknown): Promise<void> {
  const tx = writing(db, ['meta']);
  if (value === undefined) tx.objectStore('meta').delete(key);
  else tx.objectStore('meta').put(value, key);
  await committed(tx);
}
