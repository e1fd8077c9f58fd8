// What is true of every screen: no violation that axe knows, nothing wider than the screen, nothing too small to press;
// and a picture of it.

import { mkdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { unheard } from './tree';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS = resolve(import.meta.dirname, '../screens');
/** WCAG 2.2 AA, and what axe calls good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const TARGET_PX = 48;

interface AxeAnswer {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Fails on any violation, and on what a screen reader would not be told. `target_px`: the least size of a thing to press; 0 does not look (the console). */
export async function inspect(page: Page, screen: string, target_px = TARGET_PX): Promise<void> {
  // By the debugger, not by a script element: the policy of the page forbids those.
  await page.evaluate(AXE);
  const answer = (await page.evaluate(
    (tags) => (globalThis as unknown as { axe: { run: (on: Document, how: object) => Promise<unknown> } }).axe.run(document, { runOnly: tags }),
    TAGS,
  )) as AxeAnswer;
  const violations = answer.violations.map((one) => `${one.id}: ${one.help}\n  ${one.nodes.map((node) => `${node.html}\n    ${node.failureSummary ?? ''}`).join('\n  ')}`);
  expect(violations, `${screen}: axe`).toEqual([]);
  expect(await unheard(page), `${screen}: for a screen reader`).toEqual([]);
  expect(await wider(page), `${screen}: wider than the screen`).toEqual([]);
  if (target_px > 0) expect(await tooSmall(page, target_px), `${screen}: under ${target_px} px`).toEqual([]);
}

/** Elements that reach past the screen's edge. */
const wider = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > width + 1 || one.getBoundingClientRect().left < -1)
      .map((one) => one.outerHTML.slice(0, 120));
  });

/** Buttons, fields and lone links that a finger may miss; links within a sentence are exempt, as in WCAG. */
const tooSmall = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((px) => {
    const inSentence = (one: Element) => one.tagName === 'A' && getComputedStyle(one).display === 'inline';
    return [...document.querySelectorAll('button, a[href], input:not([type=hidden]), select, textarea, summary')]
      .filter((one) => !inSentence(one) && (one as HTMLElement).checkVisibility({ visibilityProperty: true }))
      .filter((one) => {
        const label = one.closest('label');
        const box = (label ?? one).getBoundingClientRect();
        return box.width > 0 && (box.height < px - 0.5 || box.width < px - 0.5) && !one.classList.contains('unseen');
      })
      .map((one) => `${Math.round(one.getBoundingClientRect().width)}×${Math.round(one.getBoundingClientRect().height)} ${one.outerHTML.slice(0, 120)}`);
  }, least);

/** A picture into `screens/`, when asked for by `make screens`; `always`: of a test that failed. */
export async function picture(page: Page, name: string, always = false): Promise<void> {
  if (!process.env.E2E_SCREENS && !always) return;
  await mkdir(SCREENS, { recursive: true });
  await shoot(page, name);
  if (!always && (await inPlainDress(page))) await atOtherWidths(page, name);
}

const shoot = (page: Page, name: string) => page.screenshot({ path: resolve(SCREENS, `${name}.png`), fullPage: true, animations: 'disabled' });

/** English, light, on a screen, and not the smallest: what is pictured at further widths too. */
const inPlainDress = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.lang === 'en' && innerWidth >= 390 && !matchMedia('(prefers-color-scheme: dark)').matches && !matchMedia('print').matches);

/** A tablet's width and a desk's. */
const WIDTHS = [768, 1280];

async function atOtherWidths(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  if (!size) return;
  for (const width of WIDTHS.filter((one) => one !== size.width)) {
    await page.setViewportSize({ width, height: 900 });
    await shoot(page, `${name}-${width}`);
  }
  await page.setViewportSize(size);
}
