/* The page's colours for figures, read once a theme. */
import { Palette } from './paint';

let palette: Palette | null = null;

window.addEventListener('keel-theme', () => {
  palette = null;
});

export function figurePalette(): Palette {
  palette ??= new Palette(document.documentElement);
  return palette;
}

/* The colours of the light theme, whatever the screen shows: for paper. */
export function paperPalette(): Palette {
  const root = document.documentElement;
  const theme = root.dataset['theme'] ?? 'light';
  root.dataset['theme'] = 'light';
  const light = new Palette(root);
  root.dataset['theme'] = theme;
  return light;
}

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
