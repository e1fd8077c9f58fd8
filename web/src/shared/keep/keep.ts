// A small store that outlives the page: texts, objects and keys (`CryptoKey`) by name, in IndexedDB.
// Each page has a database of its own.

/** What a store is asked for; one that keeps nothing answers the same. */
export type Store = Pick<Keep, 'get' | 'set' | 'remove' | 'keys' | 'clear'>;

export class Keep {
  readonly #name: string;
  #open: Promise<IDBDatabase> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  async get<T>(key: string): Promise<T | undefined> {
    return (await this.#ask('readonly', (store) => store.get(key))) as T | undefined;
  }

  async set(key: string, value: unknown): Promise<void> {
    await this.#ask('readwrite', (store) => store.put(value, key));
  }

  async remove(key: string): Promise<void> {
    await this.#ask('readwrite', (store) => store.delete(key));
  }

  async keys(): Promise<string[]> {
    return (await this.#ask('readonly', (store) => store.getAllKeys())) as string[];
  }

  async clear(): Promise<void> {
    await this.#ask('readwrite', (store) => store.clear());
  }

  #database(): Promise<IDBDatabase> {
    this.#open ??= new Promise((done, failed) => {
      const request = indexedDB.open(this.#name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('things');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error ?? new Error('the store did not open'));
    });
    return this.#open;
  }

  /** One transaction with one request; done when it is on disk. */
  async #ask(mode: IDBTransactionMode, make: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const database = await this.#database();
    return new Promise((done, failed) => {
      const transaction = database.transaction('things', mode, { durability: 'strict' });
      const request = make(transaction.objectStore('things'));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error ?? new Error('the store refused'));
    });
  }
}
