// Starts the page's service worker. A new version takes over at the next start, before anything is on the screen.

/** True: a new version takes over and the page loads again, so draw nothing. */
export async function newVersion(page: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.getRegistration(page);
    const waiting = registration?.waiting;
    if (waiting && navigator.onLine) {
      const taken = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
      waiting.postMessage('take-over');
      await taken;
      location.reload();
      return true;
    }
  } catch {
    // A browser that forbids workers (private windows) still has the page while there is a network.
  }
  return false;
}

/** Keeps the page for a time without a network. After its first screen stands: the worker fetches every file of it. */
export function keepPage(page: string): void {
  if ('serviceWorker' in navigator) navigator.serviceWorker.register(`${page}sw.js`, { scope: page }).catch(() => undefined); // As above.
}
