import { useEffect, useState } from 'preact/hooks';

type Later = typeof import('../later');
let loaded: Later | undefined;

/** What is loaded after the first screen; undefined until it is there. */
export function useLater(): Later | undefined {
  const [later, set] = useState(loaded);
  useEffect(() => {
    if (loaded) return set(loaded);
    void import('../later').then((module) => {
      loaded = module;
      set(module);
    });
  }, []);
  return later;
}

export type { Later };
