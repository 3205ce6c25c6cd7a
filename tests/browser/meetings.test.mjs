// J1 and J2: the counsellor opens her day and records a meeting. Clicks are counted; a program that is killed loses nothing that was typed.
// Serves a demo of its own, since it is killed on the way.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clean, counting, shot, withBrowser } from './look.mjs';
import { start } from './program.mjs';

const NOTE = 'Wants a course in the mornings. Will bring the letter on Friday.';
let program;
let cookies;
let amira;

before(async () => {
  program = await start({ people: 20 });
  cookies = { jana: await program.as('jana'), piet: await program.as('piet'), amira: await program.as('amira') };
  const kept = cookies.jana.map(({ name, value }) => `${name}=${value}`).join('; ');
  const found = await (await fetch(url('/find?q=amira+haddad'), { headers: { cookie: kept } })).text();
  amira = /href="(\/clients\/\w+)"/.exec(found)[1];
});
after(() => program?.stop());

const url = (path) => `${program.origin}${path}`;
const visit = (who, path, story, wish = {}) => withBrowser(async ({ open }) => story(await open(url(path), { cookies: cookies[who], ...wish })));

const drafted = (page) => page.locator('[data-draft-state]').getByText('Kept as a draft').waitFor();

describe('a meeting', () => {
  test('opens from the client page by one key, and is saved by keys alone; the program is killed in between', () =>
    visit('jana', amira, async (page) => {
      await page.keyboard.press('m');
      await page.waitForURL('**/meetings/record');
      await page.focus('#note');
      await page.keyboard.type(NOTE);
      await drafted(page);
      await program.crash();
      await page.reload();
      await page.getByText('This is what you typed and did not save').waitFor();
      assert.equal(await page.inputValue('#note'), NOTE);
      await page.focus('[name=outcome][value=attended]');
      await page.keyboard.press('Space');
      await page.focus('#next_on');
      await page.keyboard.type('12012026');
      await page.focus('#next_at');
      await page.keyboard.type('0930AM');
      await page.keyboard.press('Control+Enter');
      await page.getByText('The meeting is recorded, and the next one is planned.').waitFor();
      const told = await page.innerText('main');
      assert.match(told, /Wants a course in the mornings/);
      assert.match(told, /1 December 2026, 09:30/);
      assert.equal(told.split('Wants a course in the mornings').length, 2, 'recorded once');
    }, { javaScript: true }));

  for (const width of [1280, 390]) {
    test(`is recorded within eight clicks with what is close kept from others, ${width} px wide`, () =>
      visit('jana', '/my-day', async (page) => {
        const { press, clicks } = counting(page);
        await press(page.getByRole('link', { name: 'Amira Haddad' }).first());
        await press(page.getByRole('link', { name: 'Record a meeting' }));
        await page.fill('#note', `Her depression is better, ${width}. Will bring the letter on Friday.`);
        await press(page.getByLabel('They came', { exact: true }));
        await page.fill('#next_on', '2026-12-02');
        await page.fill('#next_at', '09:30');
        await shot(page, `meeting-${width}`);
        await clean(page);
        await press(page.getByRole('button', { name: 'Save the meeting' }));
        await page.getByText('Look at these words before others read them').waitFor();
        await shot(page, `meeting-pointed-out-${width}`);
        await clean(page);
        await press(page.getByRole('button', { name: 'Save the meeting' }));
        await page.getByText('The meeting is recorded, and the next one is planned.').waitFor();
        assert.ok(clicks() <= 8, `${clicks()} clicks`);
        await visit('piet', amira, async (other) => assert.doesNotMatch(await other.innerText('main'), /depression is better/));
        await visit('amira', amira, async (herself) => assert.match(await herself.innerText('main'), new RegExp(`depression is better, ${width}`)));
      }, { width, javaScript: true }));
  }

  test('keeps the text and says so while the line is down, and keeps it at the server when it is back', () =>
    visit('jana', `${amira}/meetings/record`, async (page) => {
      await page.context().setOffline(true);
      await page.fill('#note', 'Typed in a tunnel.');
      await page.focus('#on');
      await page.getByText('Not kept: the line is down.').waitFor();
      assert.equal(await page.inputValue('#note'), 'Typed in a tunnel.');
      await page.context().setOffline(false);
      await drafted(page);
      await page.goto(url('/my-day'));
      await page.getByRole('region', { name: /draft/ }).getByRole('link', { name: 'Amira Haddad' }).waitFor();
    }, { javaScript: true }));

  test('is kept and saved without scripts as well', () =>
    visit('jana', `${amira}/meetings/record`, async (page) => {
      await page.getByRole('button', { name: 'Throw the draft away' }).click();
      await page.fill('#note', 'Said on the telephone.');
      await page.getByRole('button', { name: 'Keep it as a draft' }).click();
      await page.getByText('This is what you typed and did not save').waitFor();
      await page.getByLabel('They came', { exact: true }).check();
      await page.selectOption('#channel', 'phone');
      await page.getByRole('button', { name: 'Save the meeting' }).click();
      await page.getByText('The meeting is recorded.').waitFor();
      assert.match(await page.innerText('main'), /Said on the telephone/);
    }, { javaScript: false }));
});
