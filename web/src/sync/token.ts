/* The link token of `keel serve`: comes once in the fragment (#t=…), is kept here and leaves the address at once, so
 * that it is in no history, bookmark or screenshot. */
const KEY = 'keel-token';

export function takeToken(): string | null {
  const match = /(?:^#|&)t=([A-Za-z0-9_-]{16,128})/.exec(location.hash);
  if (match?.[1]) {
    localStorage.setItem(KEY, match[1]);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return localStorage.getItem(KEY);
}

export function forgetToken(): void {
  localStorage.removeItem(KEY);
}
