/* The line icons, one path each on a 24 grid; always beside a word or under a label, so hidden from readers. */
const PATHS = {
  pause: 'M8 5v14M16 5v14',
  play: 'M8 5.5v13l10.5-6.5z',
  back: 'M15 5l-7 7 7 7',
  next: 'M6 5l7 7-7 7M18 5v14',
  close: 'M6 6l12 12M18 6L6 18',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9a4.2 4.2 0 0 1 0 6M18.6 6.4a8 8 0 0 1 0 11.2',
  mute: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16.5 9.5l5 5M21.5 9.5l-5 5',
  out: 'M12 4v14M6 13l6 6 6-6',
  in: 'M12 20V6M6 11l6-6 6 6',
  easy: 'M4 12c2.5-5 5-5 8 0s5.5 5 8 0',
  pain: 'M13 3L6 13.5h5L10 21l8-11h-5.5z',
  unwell: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5v5.2M12 16.4v.1',
  check: 'M5 12.5l4.6 4.6L19 7.5',
  sun:
    'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2.5v1.8M12 19.7v1.8M2.5 12h1.8M19.7 12h1.8M5.3 5.3l1.2 1.2' +
    'M17.5 17.5l1.2 1.2M5.3 18.7l1.2-1.2M17.5 6.5l1.2-1.2',
  chart: 'M4 19h16M6 15.5l4-5 3.5 3L19 6.5',
  book: 'M12 6.5C10 5 7 4.6 4 5v13c3-.4 6 0 8 1.5 2-1.5 5-1.9 8-1.5V5c-3-.4-6 0-8 1.5zM12 6.5v13',
  change: 'M5 8h12M13.5 4.5L17 8l-3.5 3.5M19 16H7M10.5 12.5L7 16l3.5 3.5',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  phone:
    'M6.5 4h3l1.5 4-2 1.6a12 12 0 0 0 5.4 5.4L16 13l4 1.5v3c0 1.4-1 2.5-2.4 2.4C10.6 19.5 4.5 13.4 4.1 6.4 ' +
    '4 5 5 4 6.5 4z',
  same: 'M5 12h14',
  down1: 'M4 8h7v9h9',
  up1: 'M4 16h7v-6h9',
  up2: 'M3.5 19h5.5v-6.5h5.5v-7h6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.2 2',
  gear: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4',
  cloud: 'M7 18.5a4.2 4.2 0 0 1-.4-8.4 5.6 5.6 0 0 1 10.8 1.1 3.7 3.7 0 0 1-.4 7.3z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size, filled }: { name: IconName; size?: number; filled?: boolean }) {
  const sized = size === undefined ? {} : { width: size, height: size };
  return (
    <svg class={`ic${filled ? ' ic-filled' : ''}`} viewBox="0 0 24 24" aria-hidden="true" {...sized}>
      <path d={PATHS[name]} />
    </svg>
  );
}
