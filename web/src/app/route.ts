/* Where one is in the app, in the address's fragment, so that Back works: #/movements/cat-cow */
export interface Route {
  name: string;
  id: string;
}

export function readRoute(): Route {
  const [name = '', id = ''] = location.hash.replace(/^#\/?/, '').split('/');
  return { name: name === '' ? 'today' : name, id: decodeURIComponent(id) };
}

export function go(name: string, id = ''): void {
  location.hash = id === '' ? `/${name}` : `/${name}/${encodeURIComponent(id)}`;
}

export function back(): void {
  if (history.length > 1) history.back();
  else go('today');
}
