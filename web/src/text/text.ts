/* Sentences by key. All of them come from the catalogue (the core's texts); places are {0}, {1} …, and
 * {0:condition} looks a number up in that closed list of names and then for a text `condition.<name>`. */
import { h, type ComponentChildren, type VNode, Fragment } from 'preact';
import { names } from '../gen/events';

let sentences: Record<string, string> = {};
let code = 'en';

export function setTexts(language: string, all: Record<string, string>): void {
  code = language;
  sentences = all;
}

export function language(): string {
  return code;
}

/* The browser's own way with dates where it speaks this language, else a neutral one. */
export function dateLocale(): string {
  const own = navigator.languages.find((one) => one.startsWith(code) && one.length > 2);
  return own ?? (code === 'en' ? 'en-GB' : code);
}

export function hasText(key: string): boolean {
  return key in sentences;
}

export function textKeys(prefix: string): string[] {
  return Object.keys(sentences).filter((key) => key.startsWith(prefix));
}

type Value = string | number;

function place(value: Value | undefined, list: string | undefined): string {
  if (value === undefined) return '';
  if (list === undefined) return String(value);
  if (list === 'date') return String(value);
  const name = names[list]?.[Number(value)];
  if (name === undefined) return String(value);
  return sentences[`${list}.${name}`] ?? name;
}

const PLACE = /\{(\d+)(?::([\w-]+))?\}/g;

/* The sentence of a key with its places filled; `<key>.one` is taken when the first value is 1 and there is one. */
export function t(key: string, ...values: Value[]): string {
  const one = values[0] === 1 ? sentences[`${key}.one`] : undefined;
  const sentence = one ?? sentences[key];
  if (sentence === undefined) return key;
  return sentence.replace(PLACE, (_, index: string, list?: string) => place(values[Number(index)], list));
}

/* The same with pieces of the page in the places. */
export function tx(key: string, ...parts: ComponentChildren[]): VNode {
  const sentence = sentences[key] ?? key;
  const pieces: ComponentChildren[] = [];
  let from = 0;
  for (const match of sentence.matchAll(PLACE)) {
    pieces.push(sentence.slice(from, match.index), parts[Number(match[1])]);
    from = match.index + match[0].length;
  }
  pieces.push(sentence.slice(from));
  return h(Fragment, null, pieces);
}

/* A rule's sentence for people, or nothing when the catalogue has none. */
export function ruleText(rule: string, inputs: readonly number[]): string {
  return hasText(`rule.${rule}`) ? t(`rule.${rule}`, ...inputs) : '';
}

/* The same in a few words, where there are some. */
export function ruleShort(rule: string, inputs: readonly number[]): string {
  return hasText(`rule.${rule}.short`) ? t(`rule.${rule}.short`, ...inputs) : ruleText(rule, inputs);
}

export function movementName(id: string): string {
  return t(`${id}.name`);
}
