// What a page loads after its first screen.

import { useEffect, useState } from 'preact/hooks';

/** A hook: what `load` brings; undefined until it is there. Tried again when the network is back. */
export function laterOf<Part>(load: () => Promise<Part>): () => Part | undefined {
  let loaded: Part | undefined;
  return () => {
    const [part, see] = useState(() => loaded);
    useEffect(() => {
      if (part !== undefined) return;
      const begin = () => {
        load().then(
          (came) => see(() => (loaded = came)),
          () => addEventListener('online', begin, { once: true }),
        );
      };
      begin();
      return () => removeEventListener('online', begin);
    }, [part]);
    return part;
  };
}
