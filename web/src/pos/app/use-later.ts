import { useEffect, useState } from 'preact/hooks';

export type Later = typeof import('../later');

let loaded: Later | undefined;

/** The parts that load after the first screen; undefined until they are there. Tried again when the network is back. */
export function useLater(): Later | undefined {
  const [later, see] = useState(loaded);
  useEffect(() => {
    if (later) return;
    const load = () => {
      import('../later').then(
        (came) => see((loaded = came)),
        () => addEventListener('online', load, { once: true }),
      );
    };
    load();
    return () => removeEventListener('online', load);
  }, [later]);
  return later;
}
