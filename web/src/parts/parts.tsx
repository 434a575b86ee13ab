/* The small parts every screen is made from. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { back } from '../app/route';
import { t } from '../text/text';
import { Icon, type IconName } from './icon';

interface Press {
  onPress: () => void;
  children: ComponentChildren;
  disabled?: boolean;
}

/* The one big thing to press. */
export function Big({ onPress, children, disabled, icon, tone }: Press & { icon?: IconName; tone?: 'plum' }) {
  return (
    <button type="button" class={`big${tone ? ` big-${tone}` : ''}`} onClick={onPress} disabled={disabled ?? false}>
      {icon && <Icon name={icon} size={28} filled={icon === 'play'} />}
      <span>{children}</span>
    </button>
  );
}

export function Btn({
  onPress,
  children,
  disabled,
  small,
  label,
  pressed,
}: Press & { small?: boolean; label?: string; pressed?: boolean }) {
  return (
    <button
      type="button"
      class={`btn${small ? ' btn-s' : ''}${pressed ? ' on' : ''}`}
      onClick={onPress}
      disabled={disabled ?? false}
      {...(label ? { 'aria-label': label } : {})}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      {children}
    </button>
  );
}

export function Link({ onPress, children, quiet, small }: Press & { quiet?: boolean; small?: boolean }) {
  return (
    <button type="button" class={`link${quiet ? ' link-quiet' : ''}${small ? ' s' : ''}`} onClick={onPress}>
      {children}
    </button>
  );
}

export function IconButton({
  icon,
  label,
  onPress,
  size,
}: {
  icon: IconName;
  label: string;
  onPress: () => void;
  size?: number;
}) {
  return (
    <button type="button" class="iconb" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} {...(size ? { size } : {})} />
    </button>
  );
}

/* One answer of equal weight among others. */
export function Choice({
  onPress,
  children,
  on,
  dashed,
  plain,
  sub,
}: Press & {
  on?: boolean;
  dashed?: boolean;
  plain?: boolean;
  sub?: string;
}) {
  return (
    <button
      type="button"
      class={`choice${on ? ' on' : ''}${dashed ? ' dashed' : ''}${plain ? ' plain' : ''}`}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      onClick={onPress}
    >
      <span class="choice-text">
        {children}
        {sub && <small>{sub}</small>}
      </span>
      {!dashed && !plain && <span class="dot">{on && <Icon name="check" />}</span>}
    </button>
  );
}

/* How far through a row of steps one is; `now` is the step at hand. */
export function Steps({ count, now, label, part }: { count: number; now: number; label: string; part?: boolean }) {
  return (
    <div class="steps" role="img" aria-label={label}>
      {Array.from({ length: count }, (_, i) => (
        <i key={i} class={i < now ? 'on' : i === now && part ? 'now' : ''} />
      ))}
    </div>
  );
}

export function TopBar({
  onBack,
  children,
  label,
}: {
  onBack?: () => void;
  children?: ComponentChildren;
  label?: string;
}) {
  return (
    <header class="topbar">
      <IconButton icon="back" label={t('ui.back')} onPress={onBack ?? back} />
      {label ? <span class="mid">{label}</span> : children}
    </header>
  );
}

export function Note({ children }: { children: ComponentChildren }) {
  return <p class="note">{children}</p>;
}

/* 0 to 10. `was` is marked, never chosen. */
export function NumberPad({
  onPick,
  was,
  wasWord,
  picked,
  extra,
  label,
  words = ['ui.none', 'ui.worst'],
}: {
  onPick: (value: number) => void;
  was?: number | null;
  wasWord?: string;
  picked?: number | null;
  extra?: ComponentChildren;
  label: string;
  words?: [string, string];
}) {
  return (
    <div class="nums" role="group" aria-label={label}>
      {Array.from({ length: 11 }, (_, value) => {
        const word = value === was ? wasWord : value === 0 ? t(words[0]) : value === 10 ? t(words[1]) : undefined;
        return (
          <button
            type="button"
            key={value}
            aria-pressed={picked === value}
            class={`num${value === was ? ' was' : ''}${picked === value ? ' on' : ''}`}
            onClick={() => onPick(value)}
          >
            <span>
              {value} {word && <small>{word}</small>}
            </span>
          </button>
        );
      })}
      {extra}
    </div>
  );
}

/* A sheet over the screen: takes the focus, gives it back, closes with Escape. */
export function Sheet({
  title,
  over,
  onClose,
  children,
  sub,
}: {
  title: string;
  over?: string;
  sub?: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = box.current?.querySelector<HTMLElement>(
      '.sheet-body button, .sheet-body input, .sheet-body select',
    );
    (first ?? box.current)?.focus();
    return () => (before as HTMLElement | null)?.focus?.();
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Tab') keepInside(event, box.current);
  };
  return (
    <div class="sheet-ground">
      <div class="scrim" onClick={onClose} />
      <div class="sheet" role="dialog" aria-modal="true" aria-label={title} ref={box} tabIndex={-1} onKeyDown={onKey}>
        <div class="sheet-head">
          <span class="soft">{over}</span>
          <IconButton icon="close" label={t('ui.close')} onPress={onClose} />
        </div>
        <h2>{title}</h2>
        {sub && <p class="soft sheet-sub">{sub}</p>}
        <div class="sheet-body">{children}</div>
      </div>
    </div>
  );
}

function keepInside(event: KeyboardEvent, box: HTMLElement | null): void {
  const all = box
    ? Array.from(box.querySelectorAll<HTMLElement>('button:not(:disabled), input, select, textarea, a[href]'))
    : [];
  const first = all[0];
  const last = all[all.length - 1];
  if (!first || !last) return;
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}

/* A new screen begins at its top; its heading takes the focus, so that a screen reader begins there. */
export function Title({ children, small }: { children: ComponentChildren; small?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} class={small ? 'h1-s' : ''}>
      {children}
    </h1>
  );
}
