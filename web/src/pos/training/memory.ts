import type { Store } from '../../shared/keep';

/** A store that is forgotten with the page: what is practised is not kept where real operations are. */
export function memory(): Store {
  const things = new Map<string, unknown>();
  return {
    get: async <T>(key: string) => things.get(key) as T | undefined,
    set: async (key, value) => void things.set(key, value),
    remove: async (key) => void things.delete(key),
    keys: async () => [...things.keys()],
    clear: async () => things.clear(),
  };
}
