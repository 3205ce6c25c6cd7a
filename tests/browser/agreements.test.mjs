// J4: the counsellor assesses, agrees and signs with somebody whose agreement is missing; then the person reads their own in Arabic. Clicks are counted.
// Serves a demo of its own, since what is written here changes everybody's pages.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clean, counting, shot, withBrowser } from './look.mjs';
import { start } from './program.mjs';

let program;
let cookies;
let files;

before(async () => {
  program = await start({ people: 20 });
  cookies = { jana: await program.as('jana'), amira: await program.as('amira') };
  const kept = cookies.jana.map(({ name, value }) => `${name}=${value}`).join('; ');
  const find = async (words) => /href="(\/clients\/\w+)"/.exec(await (await fetch(url(`/find?q=${words}`), { headers: { cookie: kept } })).text())[1];
  files = { amira: await find('amira+haddad'), bruno: await find('bruno+kertesz') };
});
after(() => program?.stop());

const url = (path) => `${program.origin}${path}`;
const visit = (who, path, story, wish = {}) => withBrowser(async ({ open }) => story(await open(url(path), { cookies: cookies[who], ...wish })));

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Says something of one subject and goes on. */
async function says(page, press, seen) {
  await press(page.locator(`[name=own][value=${seen}]`));
  await press(page.locator(`[name=seen][value=${seen}]`));
  await press(page.getByRole('button', { name: 'Keep it and go on' }));
}

describe('an agreement', () => {
  for (const [who, width, javaScript] of [['bruno', 1280, true], ['amira', 390, false]]) {
    test(`is made from an assessment of three subjects and signed by both within thirty clicks, ${width} px wide${javaScript ? '' : ', without scripts'}`, () =>
      visit('jana', files[who], async (page) => {
        const { press, clicks } = counting(page);
        const began = Date.now();
        await press(page.getByRole('link', { name: 'Assessments' }));
        await press(page.getByRole('link', { name: 'Talk about your whole situation' }));
        await shot(page, `assessment-begin-${width}`);
        await clean(page);
        await press(page.getByRole('main').getByRole('link', { name: 'Begin' }));
        await shot(page, `assessment-dimension-${width}`);
        await clean(page);
        await says(page, press, 'strength');
        // The list, the next of the three, the one after it comes by itself, and the list again.
        await press(page.getByRole('link', { name: 'Back to the list' }));
        await press(page.getByRole('link', { name: 'The work hoped for' }));
        await says(page, press, 'serious');
        await says(page, press, 'serious');
        await press(page.getByRole('link', { name: 'Back to the list' }));
        await page.selectOption('#goal', 'known-occupation');
        await press(page.locator('[name=track][value=intensive]'));
        await page.fill('#summary', 'Knows the trade; nobody has called back since summer.');
        await shot(page, `assessment-list-${width}`);
        await clean(page);
        await press(button(page, 'Finish the assessment'));
        await page.getByText('The assessment is finished.').waitFor();
        await shot(page, `assessment-${width}`);
        await clean(page);
        await press(page.getByRole('link', { name: 'Write an agreement' }));
        await shot(page, `agreement-draft-${width}`);
        await clean(page);
        const proposed = page.locator('[name=take]');
        assert.ok(await proposed.count() > 1, 'something is proposed for what stands in the way');
        for (const box of await proposed.all()) await press(box);
        await press(button(page, 'Take what is ticked'));
        const steps = await page.locator('input[name$=".text"][name^=s]').evaluateAll((fields) => fields.map((field) => field.value).filter(Boolean));
        assert.ok(steps.includes('Write two applications a week'), steps.join());
        await page.fill('#summary', 'Knows the trade; nobody has called back.');
        await press(button(page, 'Offer it to the client'));
        await page.getByText('The agreement is offered.').waitFor();
        await shot(page, `agreement-offered-${width}`);
        await clean(page);
        await press(button(page, 'The client signs here'));
        await press(button(page, 'Sign for the service'));
        const told = await page.innerText('main');
        assert.match(told, /in force/i);
        assert.match(told, /The client has signed: 23 November 2026, on the screen/);
        await shot(page, `agreement-${width}`);
        await clean(page);
        const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
        assert.ok(pages <= 2, `it prints on ${pages} pages`);
        const seconds = (Date.now() - began) / 1000;
        assert.ok(clicks() <= 30, `${clicks()} clicks`);
        console.log(`# J4: ${clicks()} clicks, ${seconds.toFixed(1)} s of the program and axe, at ${width} px`);
      }, { width, javaScript }));
  }

  test('is written with what was typed kept when the program is killed, and says what is missing', () =>
    visit('jana', `${files.bruno}/agreement/draft`, async (page) => {
      await page.fill('[name="g1.text"]', 'Three firms have answered');
      await page.locator('[data-draft-state]').getByText('Kept as a draft').waitFor();
      await program.crash();
      await page.reload();
      assert.equal(await page.inputValue('[name="g1.text"]'), 'Three firms have answered');
      await page.fill('[name="s1.by"]', '');
      await button(page, 'Offer it to the client').click();
      await page.getByText('It is not offered yet').waitFor();
      assert.match(await page.title(), /^Error/);
      await shot(page, 'agreement-missing');
      await clean(page);
      await page.getByRole('alert').getByRole('link').first().click();
      assert.match(await page.evaluate(() => document.activeElement.name), /\.by$/);
      await button(page, 'Throw the draft away').click();
      await page.getByText('What was written is thrown away.').waitFor();
    }, { javaScript: true }));

  for (const width of [320, 1280]) {
    test(`is read and answered by the person in Arabic, ${width} px wide`, () =>
      visit('amira', `${files.amira}/agreement`, async (page) => {
        assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
        await shot(page, `agreement-own-${width}`);
        await clean(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing runs out of the page');
        const details = page.locator('details').filter({ has: page.locator('select[name=progress]') }).first();
        await details.locator('summary').click();
        await details.locator('select').selectOption('reached');
        await details.getByRole('button').click();
        await page.waitForURL(/said=agreement-step/);
        await clean(page);
        await page.goto(url(`${files.amira}/assessments`));
        await page.getByRole('main').getByRole('link').last().click();
        await shot(page, `assessment-own-${width}`);
        await clean(page);
      }, { width }));
  }
});
