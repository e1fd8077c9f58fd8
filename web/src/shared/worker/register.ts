// Starts the page's service worker. A new version takes over at the next start, before anything is on the screen.

/** True: a new version takes over and the page loads again, so draw nothing. */
export async function startWorker(page: string): Promise<boolean> {
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
    navigator.serviceWorker.register(`${page}sw.js`, { scope: page }).catch(() => undefined); // As below.
  } catch {
    // A browser that forbids workers (private windows) still has the page while there is a network.
  }
  return false;
}
