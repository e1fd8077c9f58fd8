// What a screen reader is given: Chromium's own accessibility tree, not the page's markup.

import type { CDPSession, Page } from 'playwright-core';

interface Property {
  name: string;
  value: { value?: unknown };
}
interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: Property[];
  childIds?: string[];
}

/** What is worked with, and what stands for a picture: each must have a name. */
const NAMED: ReadonlySet<string> = new Set([
  'button', 'link', 'textbox', 'searchbox', 'combobox', 'listbox', 'checkbox', 'radio', 'spinbutton', 'slider', 'switch', 'tab', 'menuitem', 'DisclosureTriangle',
  'image', 'img', 'dialog', 'alertdialog', 'navigation', 'region', 'table', 'progressbar',
]);

/** One for each page, kept: a session that ends takes back that the page is offline. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** What is told, in the order in which a reader comes to it. */
export async function treeOf(page: Page): Promise<Node[]> {
  const session = await sessionOf(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
  const by = new Map(nodes.map((node) => [node.nodeId, node]));
  const below = (node: Node): Node[] => [node, ...(node.childIds ?? []).map((id) => by.get(id)).filter((child) => child !== undefined).flatMap(below)];
  return nodes.slice(0, 1).flatMap(below).filter((node) => !node.ignored);
}

const roleOf = (node: Node): string => node.role?.value ?? '';
const nameOf = (node: Node): string => node.name?.value.trim() ?? '';
const levelOf = (node: Node): number => Number(node.properties?.find((one) => one.name === 'level')?.value.value ?? 0);

/** Controls without a name, headings out of order, and more or less than one name of the screen. */
export async function unheard(page: Page): Promise<string[]> {
  const nodes = await treeOf(page);
  const nameless = nodes.filter((node) => NAMED.has(roleOf(node)) && nameOf(node) === '').map((node) => `${roleOf(node)} without a name`);
  const headings = nodes.filter((node) => roleOf(node) === 'heading');
  // Beneath a dialog everything is hidden: its own name stands first then.
  const inDialog = nodes.some((node) => roleOf(node) === 'dialog');
  const first = headings.filter((node) => levelOf(node) === 1).length;
  const skipped = headings.flatMap((node, at) => {
    const before = at === 0 ? (inDialog ? 1 : 0) : levelOf(headings[at - 1]!);
    return levelOf(node) > before + 1 ? [`heading ${levelOf(node)} “${nameOf(node)}” after ${before}`] : [];
  });
  const empty = headings.filter((node) => nameOf(node) === '').map((node) => `heading ${levelOf(node)} without a name`);
  return [...nameless, ...empty, ...skipped, ...(!inDialog && first !== 1 ? [`${first} headings of the first level`] : [])];
}

/** The text of the regions that are read out as they change. */
export async function announced(page: Page): Promise<string[]> {
  const nodes = await treeOf(page);
  const by = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (node: Node): string => (roleOf(node) === 'StaticText' ? nameOf(node) : (node.childIds ?? []).map((id) => by.get(id)).filter((child) => child !== undefined).map(textOf).join(' '));
  return nodes.filter((node) => ['status', 'alert'].includes(roleOf(node))).map((node) => textOf(node).trim()).filter(Boolean);
}
