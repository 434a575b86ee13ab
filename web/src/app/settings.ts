/* The person that the figure draws. height is in cm; girth is a part of what the build has, 1 the usual. */
export interface FigureLook {
  build: number;
  height: number;
  girth: number;
  skin: number;
}

/* How this device shows and sounds: kept on the device, never part of the record. */
export interface Settings {
  theme: 'auto' | 'light' | 'dark';
  tones: boolean;
  voice: boolean;
  counts: boolean;
  keys: boolean;
  figure: FigureLook;
  /* Muscles that stretch or work glow in the figure. */
  muscles: boolean;
}

const KEY = 'keel-settings';

const FIRST: Settings = {
  theme: 'auto',
  tones: true,
  voice: true,
  counts: false,
  keys: true,
  figure: { build: 0, height: 168, girth: 1, skin: 2 },
  muscles: false,
};

export const SKIN_COUNT = 5;
export const BUILD_COUNT = 3;
export const HEIGHT = { least: 145, most: 200, step: 5 } as const;
export const GIRTH = { least: 0.8, most: 1.4, step: 0.05 } as const;

export function loadSettings(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>;
    return { ...FIRST, ...kept, figure: { ...FIRST.figure, ...kept.figure } };
  } catch {
    return { ...FIRST };
  }
}

export function saveSettings(settings: Settings): void {
  localStorage.setItem(KEY, JSON.stringify(settings));
  applySettings(settings);
}

const dark = matchMedia('(prefers-color-scheme: dark)');

/* The theme is an attribute of the page; figures read their colours from it. */
export function applySettings(settings: Settings): void {
  const isDark = settings.theme === 'dark' || (settings.theme === 'auto' && dark.matches);
  const root = document.documentElement;
  root.dataset['theme'] = isDark ? 'dark' : 'light';
  root.dataset['skin'] = String(settings.figure.skin);
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', isDark ? '#191512' : '#FAF5EC');
  window.dispatchEvent(new Event('keel-theme'));
}

export function followSystemTheme(current: () => Settings): void {
  dark.addEventListener('change', () => applySettings(current()));
}
