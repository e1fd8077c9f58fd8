// Words on the page. A catalogue is an object of messages; `{name}` in a message is filled in, and a message may
// have a form for each plural category of its language, chosen by `{n}`. The page's catalogue and the shared
// components' lie side by side: their keys differ.

import { Fragment, h, type ComponentChild, type VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { KEPT_UNDER, type Language } from './language';

export type Message = string | ({ readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string });
export type Catalogue = Readonly<Record<string, Message>>;
/** The same keys as the catalogue `C`, in another language. */
export type Translated<C extends Catalogue> = { readonly [K in keyof C]: Message };
export type Loaders<C extends Catalogue> = Record<Language, () => Promise<{ words: Translated<C> }>>;

type Text<M> = M extends string ? M : M extends object ? M[keyof M] : never;
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<M, V> = [Names<Text<M>>] extends [never] ? [] : [values: Record<Names<Text<M>>, V>];

/** Says a message as text. */
export type Tell<C extends Catalogue> = <K extends keyof C & string>(key: K, ...values: Values<C[K], string | number>) => string;
/** Says a message with elements in it. */
export type Show<C extends Catalogue> = <K extends keyof C & string>(key: K, ...values: Values<C[K], ComponentChild>) => VNode;

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar']);
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

let language: Language = 'en';
let region = 'en';
let messages: Catalogue = {};
let rules = new Intl.PluralRules('en');
const listeners = new Set<() => void>();

/** The language on the page. */
export const spoken = (): Language => language;

/** The locale for dates and numbers: the browser's own region of the language; digits stay those of the keypad. */
export const locale = (): string => `${region}-u-nu-latn`;

/** Loads the catalogues of a language and speaks it from now on. */
export async function speak(next: Language, ...loaders: Loaders<Catalogue>[]): Promise<void> {
  const loaded = await Promise.all(loaders.map((load) => load[next]()));
  use(next, ...loaded.map((one) => one.words));
  localStorage.setItem(KEPT_UNDER, next);
}

/** Speaks a language whose catalogues are at hand. */
export function use(next: Language, ...catalogues: Catalogue[]): void {
  language = next;
  region = navigator.languages?.find((one) => /^\w\w-\w\w$/.test(one) && one.startsWith(`${next}-`)) ?? next;
  messages = Object.assign({}, ...catalogues) as Catalogue;
  rules = new Intl.PluralRules(next);
  document.documentElement.lang = next;
  document.documentElement.dir = RIGHT_TO_LEFT.has(next) ? 'rtl' : 'ltr';
  for (const listener of [...listeners]) listener();
}

/** Draws the component again when the language changes. */
export function useLanguage(): Language {
  const [seen, see] = useState(language);
  useEffect(() => {
    const listener = () => see(language);
    listener(); // It may have changed between the drawing and now.
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return seen;
}

/** Whether the page has words under a key made at run time, such as a problem's code. */
export const has = (key: string): boolean => Object.hasOwn(messages, key);

/** Says such a message. */
export const tellKnown = (key: string): string => tellAny(key);

type Given = Readonly<Record<string, unknown>>;

function pattern(key: string, values: Given): string {
  const message = messages[key];
  if (message === undefined) return key;
  if (typeof message === 'string') return message;
  return message[rules.select(Number(values['n'] ?? 0))] ?? message.other;
}

const PLACE = /\{(\w+)\}/;

function tellAny(key: string, values: Given = {}): string {
  const isolated = RIGHT_TO_LEFT.has(language);
  return pattern(key, values).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? '');
    return isolated ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value;
  });
}

function showAny(key: string, values: Given = {}): VNode {
  const pieces = pattern(key, values).split(PLACE);
  return h(Fragment, null, ...pieces.map((piece, at) => (at % 2 === 0 ? piece : (values[piece] as ComponentChild))));
}

/** `tell` and `show`, typed for a page's catalogue. */
export function voice<C extends Catalogue>(): { t: Tell<C>; tx: Show<C> } {
  return { t: tellAny as Tell<C>, tx: showAny as Show<C> };
}

/** A language's own name for itself. */
export const ownName = (of: Language): string => {
  const name = new Intl.DisplayNames([of], { type: 'language' }).of(of) ?? of;
  return name.charAt(0).toLocaleUpperCase(of) + name.slice(1);
};
