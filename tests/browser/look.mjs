// Looks at a page the way a demanding visitor would: one browser, one context per page, axe, reflow,
// strict CSP, no stranger hosts. The tests of the application and of the style guide both stand on it.
//
//   await withBrowser(async ({ open }) => {
//     const page = await open('http://127.0.0.1:8080/find', { width: 390, theme: 'dark' });
//     await clean(page);                  // throws one readable list of everything that is wrong
//     await shot(page, 'find-390-dark');  // tests/browser/shots/find-390-dark.png
//   });
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = new URL('shots/', import.meta.url);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

// What went wrong in a page besides what can be seen: console errors and requests to other hosts.
const complaints = new WeakMap();
// Without scripts no timer runs, and axe needs timers: such pages are checked for shape only.
const scriptless = new WeakSet();

// One Chromium for every story of a file: starting one costs more than most stories. It goes when nobody has needed it for a while.
let chrome;
let stories = 0;
let idle;
const IDLE_MS = 2_000;

async function started() {
  clearTimeout(idle);
  if (!(await chrome)?.isConnected()) {
    chrome = chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGS });
  }
  return chrome;
}

async function stop() {
  const ends = chrome;
  // At once: a story that begins while it closes starts another.
  chrome = undefined;
  await (await ends)?.close();
}

/** Hands `{ open }` to the story and closes every page it opened, also when it fails. Nothing is shared with another story: each page has a context of its own. */
export async function withBrowser(story) {
  stories += 1;
  const contexts = [];
  try {
    const browser = await started();
    return await story({ open: (url, wish) => open(browser, contexts, url, wish) });
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    stories -= 1;
    if (stories === 0) idle = setTimeout(stop, IDLE_MS);
  }
}

/**
 * Opens `url` in a context of its own and returns Playwright's page.
 *
 * width, height   CSS pixels (1280 x 900)
 * theme           'light' | 'dark', what the system prefers
 * dir, lang       set on <html> before the first paint, to try a page in the other direction
 * cookies         [{ name, value }] for the host of `url`
 * javaScript      false switches scripts off; `clean` then leaves axe out
 * forcedColors    true for high contrast
 * text            text size in percent of the default (200 for WCAG 1.4.4)
 * https           accept a self-signed certificate
 */
async function open(browser, contexts, url, wish = {}) {
  const { width = 1280, height = 900, theme = 'light', javaScript = true } = wish;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    forcedColors: wish.forcedColors ? 'active' : 'none',
    javaScriptEnabled: javaScript,
    locale: wish.lang ?? 'en',
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: wish.https ?? false,
  });
  contexts.push(context);
  if (wish.cookies) await context.addCookies(wish.cookies.map((cookie) => ({ url: new URL('/', url).href, ...cookie })));
  const page = await context.newPage();
  listen(page, new URL(url));
  if (!javaScript) scriptless.add(page);
  page.setDefaultTimeout(10_000);
  await page.goto(url, { waitUntil: 'load' });
  if (wish.dir) await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), wish.dir);
  if (wish.text) await enlarge(context, page, wish.text);
  return page;
}

function listen(page, home) {
  const heard = [];
  complaints.set(page, heard);
  page.on('console', (message) => {
    // That a page itself says "not found", "not so" or "wait" is its business; a part of a page that is missing is not.
    const itself = message.location().url === page.url() && /status of 4(04|22|29)/.test(message.text());
    if (message.type() === 'error' && !itself) heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== home.origin) heard.push(`asks a stranger: ${request.url()}`);
  });
}

// The browser's own font setting, as a person changes it; CSS of the page stays untouched.
async function enlarge(context, page, percent) {
  const session = await context.newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100, fixed: (13 * percent) / 100 } });
  await page.reload({ waitUntil: 'load' });
}

/** Everything that is wrong with the page, as sentences; empty when it is clean. `without` names axe rules to leave out. */
export async function faults(page, { without = [] } = {}) {
  return [...complaints.get(page), ...(await shape(page)), ...(await axe(page, without))];
}

/** Throws when the page has any fault. */
export async function clean(page, wish) {
  const found = await faults(page, wish);
  if (found.length) throw new Error(`${page.url()} has ${found.length} fault(s):\n  ${found.join('\n  ')}`);
}

/** Runs axe and returns one line per violating element. */
export async function axe(page, without = []) {
  if (scriptless.has(page)) return [];
  // Evaluated by the debugger, so a strict CSP does not stop it.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    ([values, off]) => globalThis.axe.run(document, {
      runOnly: { type: 'tag', values },
      rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
      resultTypes: ['violations'],
    }), [RULES, without]);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `axe ${id}: ${help} at ${node.target.join(' ')} ${reason(node)}`.trim()));
}

const reason = (node) => [...node.any, ...node.all].map((check) => check.message).slice(0, 1).join('');

// One h1, a title, a language, no sideways scrolling, no inline style, targets of 24 px.
function shape(page) {
  return page.evaluate(() => {
    const found = [];
    const root = document.documentElement;
    const name = (element) => `<${element.localName} class="${element.getAttribute('class') ?? ''}"> "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) found.push(`there are ${headings} h1, there should be one`);
    if (!document.title.trim()) found.push('the title is empty');
    if (!root.lang) found.push('<html> has no lang');
    if (document.querySelector('[style], style')) found.push(`inline style at ${name(document.querySelector('[style], style'))}`);
    if (root.scrollWidth > root.clientWidth) {
      found.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`);
      const scrolls = (element) => element.closest('.tl-scroll') !== null;
      for (const element of document.body.querySelectorAll('*')) {
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 0 && element.checkVisibility() && (right > root.clientWidth + 1 || left < -1) && !scrolls(element)) found.push(`  sticks out: ${name(element)}`);
        if (found.length > 8) break;
      }
    }
    for (const element of document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select')) {
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      const inSentence = element.localName === 'a' && getComputedStyle(element).display === 'inline';
      if (width > 1 && element.checkVisibility() && !inSentence && (width < 24 || height < 23.5)) {
        found.push(`target of ${Math.round(width)} x ${Math.round(height)} px: ${name(element)}`);
      }
    }
    return found;
  });
}

/** Saves the whole page as `shots/NAME.png` when SHOTS is set; pictures cost more than all the checks together. */
export async function shot(page, name, { fullPage = true } = {}) {
  if (!process.env.SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, SHOTS).pathname, fullPage, caret: 'initial' });
}

/** For a journey: presses places on the way and counts how often. */
export function counting(page) {
  let clicks = 0;
  const press = async (place) => {
    clicks += 1;
    await place.click();
  };
  return { press, clicks: () => clicks };
}
