/* Registers the service worker; a new set of files takes over only while no session runs. */
export function workOffline(busy: () => boolean): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let had = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (had && !busy()) location.reload();
    had = true;
  });
  void serviceWorker
    .register('sw.js', { updateViaCache: 'none' })
    .then((registration) => {
      const offer = () => {
        if (!busy()) registration.waiting?.postMessage('take-over');
      };
      offer();
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', offer);
      });
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
        offer();
      });
    })
    .catch(() => undefined);
}
