/* How this device shows and sounds: kept on the device, never part of the record. */
export interface Settings {
  theme: 'auto' | 'light' | 'dark';
  tones: boolean;
  voice: boolean;
  counts: boolean;
  keys: boolean;
  skin: number;
  build: number;
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
  skin: 2,
  build: 0,
  muscles: false,
};

export const SKIN_COUNT = 5;
export const BUILD_COUNT = 3;

export function loadSettings(): Settings {
  try {
    return { ...FIRST, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) };
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
  root.dataset['skin'] = String(settings.skin);
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', isDark ? '#191512' : '#FAF5EC');
  window.dispatchEvent(new Event('keel-theme'));
}

export function followSystemTheme(current: () => Settings): void {
  dark.addEventListener('change', () => applySettings(current()));
}
