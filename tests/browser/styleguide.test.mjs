// Every page of the style guide, in every width, theme and direction, has nothing to complain about.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pages } from '../../design/pages.mjs';
import { clean, faults, shot, withBrowser } from './look.mjs';
import { serve } from './serve.mjs';

const PAGES = pages();
const WIDTHS = [1280, 390, 320];
const LOOKS = [
  { look: 'light', theme: 'light' },
  { look: 'dark', theme: 'dark' },
  { look: 'rtl', theme: 'light', dir: 'rtl' },
];
const ROW = '<ul class="tl-results tl-card tl-card--flush" data-count="1 person found"><li class="tl-result"><h2 class="tl-result__name"><a href="#q">Ilona Lakatos</a></h2></li></ul>';

let site;
before(async () => {
  const answers = PAGES.map(([path, html]) => [`/design/${path}`, html]);
  site = await serve({ '/find/suggest': ROW, ...Object.fromEntries(answers) });
});
after(() => site.close());
const at = (path) => `${site.origin}/design/${path}`;

for (const [path] of PAGES) {
  test(`${path} is clean in every width, theme and direction`, async () => {
    await withBrowser(async ({ open }) => {
      for (const width of WIDTHS) {
        for (const { look, ...wish } of LOOKS) {
          const page = await open(at(path), { width, ...wish });
          await shot(page, `${path.replace(/^pages\/|\.html$/g, '').replace('.html', '')}-${width}-${look}`);
          await clean(page);
          await page.context().close();
        }
      }
    });
  });
}

test('the client page stays whole at 200 percent text, in forced colours and without scripts', async () => {
  await withBrowser(async ({ open }) => {
    for (const wish of [{ text: 200 }, { forcedColors: true }, { javaScript: false }]) {
      const page = await open(at('pages/client.html'), { ...wish, width: 1280 });
      await shot(page, `client-${Object.keys(wish)[0]}`);
      // In forced colours the system chooses; axe still reads the colours of the sheet.
      await clean(page, { without: wish.forcedColors ? ['color-contrast'] : [] });
    }
  });
});

test('the open menus fit on a narrow screen', async () => {
  await withBrowser(async ({ open }) => {
    for (const dir of ['ltr', 'rtl']) {
      const page = await open(at('pages/find.html'), { width: 320, dir });
      for (const menu of await page.locator('details.tl-menu').all()) {
        await menu.locator('summary').click();
        // An open menu covers what lies below it; that is its nature.
        await clean(page, { without: ['target-size'] });
      }
    }
  });
});

test('a bad page is not called clean', async () => {
  await withBrowser(async ({ open }) => {
    const page = await open(at('pages/message.html'));
    await page.evaluate(() => {
      document.querySelector('h1').outerHTML = '<h3>No heading</h3><img src="/nothing.png"><div class="tl-nowrap">' + 'wide '.repeat(400) + '</div>';
    });
    const found = (await faults(page)).join('\n');
    assert.match(found, /0 h1/);
    assert.match(found, /axe image-alt/);
    assert.match(found, /px wide in a window/);
  });
});

test('the slash key goes to the search and letters in a field stay letters', async () => {
  await withBrowser(async ({ open }) => {
    const page = await open(at('pages/match.html'));
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'bar-q');
    await page.keyboard.type('1/u');
    assert.equal(await page.inputValue('#bar-q'), '1/u');
    assert.match(page.url(), /match\.html$/);
  });
});

test('a key decides a match, once', async () => {
  await withBrowser(async ({ open }) => {
    const page = await open(at('pages/match.html'));
    const sent = [];
    await page.route('**/match.html', (route) => {
      if (route.request().method() === 'POST') sent.push(route.request().postData());
      return new Promise((done) => setTimeout(done, 300)).then(() => route.fulfill({ status: 204 }));
    });
    await page.locator('body').press('2');
    await page.locator('body').press('2');
    await page.waitForTimeout(500);
    assert.equal(sent.length, 1);
    assert.match(sent[0], /decision=different/);
  });
});

test('rows appear while typing, are counted aloud and reached by arrow', async () => {
  await withBrowser(async ({ open }) => {
    const page = await open(at('pages/find.html'));
    await page.fill('#q', 'lakatos');
    await page.waitForSelector('#suggest .tl-result');
    assert.equal(await page.textContent('#suggest-status'), '1 person found');
    await page.press('#q', 'ArrowDown');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Ilona Lakatos');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
  });
});

test('shift and escape hide everything until a key is pressed', async () => {
  await withBrowser(async ({ open }) => {
    const page = await open(at('pages/client.html'));
    await page.keyboard.press('Shift+Escape');
    assert.equal(await page.getByRole('heading', { name: 'Amira' }).count(), 0);
    assert.match(await page.title(), /^Hidden/);
    await shot(page, 'client-hidden', { fullPage: false });
    await page.keyboard.press('x');
    assert.equal(await page.getByRole('heading', { name: 'Amira' }).count(), 1);
  });
});

test('the error summary takes the focus', async () => {
  await withBrowser(async ({ open }) => {
    const page = await open(at('styleguide.html'));
    assert.equal(await page.evaluate(() => document.activeElement.hasAttribute('data-error-summary')), true);
  });
});
