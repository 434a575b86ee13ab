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

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
