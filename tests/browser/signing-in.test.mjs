// Coming in and staying in, in a real browser: an invitation, a second factor, the locked screen, being asked again.
// Serves a demo of its own, since whoever is added here would stand in the way of other tests.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { clean, shot, withBrowser } from './look.mjs';
import { start } from './program.mjs';

const PASSWORD = 'three green geese on ice';
let program;
let began;

before(async () => {
  program = await start({ people: 20 });
  began = Date.now();
});
after(() => program?.stop());

const url = (path) => `${program.origin}${path}`;

/** The six digits that an app shows for this secret at a time in seconds. */
function code(secret, seconds) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(' ', '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const from = mac[19] & 15;
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The time the demo's clock shows, in seconds: it began at eight o'clock when the program was ready. */
const MONDAY = Date.UTC(2026, 10, 23, 8, 0, 0) / 1000;
const now = () => MONDAY + (Date.now() - began) / 1000;

async function look(page, name) {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await shot(page, `signing-in-${name}-${width}`);
    await clean(page);
  }
}

/** Whoever is new reads the rules for use and acknowledges them; without that nothing opens. */
async function acknowledges(page) {
  await page.goto(url('/account'));
  assert.equal(await page.textContent('h1'), 'Before you come in: the rules for use');
  await page.getByRole('button', { name: 'I have read this and keep to it' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** The administrator adds somebody; gives the link. */
async function invited(open, signIn) {
  const timo = await open(url('/users/new'), { cookies: await program.as('timo') });
  await timo.fill('#sign_in', signIn);
  await timo.fill('#name', 'Ines Duarte');
  await timo.selectOption('#role', 'partner');
  await timo.fill('#new_organisation', 'Debt advice North');
  await timo.getByRole('button', { name: 'Add and make a link' }).click();
  const link = await timo.locator('#link').innerText();
  await look(timo, 'link');
  await timo.context().close();
  return link;
}

describe('somebody new', () => {
  test('comes in by a link, chooses a password, sets a second factor up, and signs in with both', () =>
    withBrowser(async ({ open }) => {
      const page = await open(await invited(open, 'duarte'));
      await look(page, 'invited');
      await page.getByRole('button', { name: 'Come in' }).click();
      await page.fill('#password', 'debt advice north');
      await page.getByRole('button', { name: 'Keep this password' }).click();
      assert.match(await page.locator('.govuk-error-summary').innerText(), /hardly more than your name/);
      await look(page, 'password');
      await page.fill('#password', PASSWORD);
      await page.getByRole('button', { name: 'Keep this password' }).click();
      await page.waitForURL('**/sign-in/policy');
      await look(page, 'policy');
      for (const lang of ['de', 'ar']) {
        const { name, value } = (await page.context().cookies()).find((cookie) => cookie.name.endsWith('throughline'));
        const other = await open(url('/sign-in/policy'), { lang, cookies: [{ name, value }, { name: 'language', value: lang }] });
        assert.equal(await other.evaluate(() => document.documentElement.lang), lang);
        await look(other, `policy-${lang}`);
        await other.context().close();
      }
      await acknowledges(page);
      assert.equal(await page.locator('.tl-bar').getByText('Ines Duarte').count(), 1);

      await page.goto(url('/sign-in/second-factor'));
      const secret = await page.locator('.tl-breaks').innerText();
      assert.ok((await page.locator('.tl-qr svg').boundingBox()).width > 150);
      await page.fill('#code', '000000');
      await page.getByRole('button', { name: 'Set up the second factor' }).click();
      assert.match(await page.locator('.govuk-error-summary').innerText(), /does not fit/);
      await look(page, 'second');
      await page.fill('#code', code(secret, now()));
      await page.getByRole('button', { name: 'Set up the second factor' }).click();
      const recovery = (await page.locator('.tl-codes li').allInnerTexts()).map((line) => line.trim());
      assert.equal(new Set(recovery).size, 10);
      await look(page, 'codes');
      await page.getByRole('link', { name: 'I have kept them' }).click();
      await page.goto(url('/account'));
      await page.getByText('You have 10 recovery codes left').waitFor();
      await page.context().close();

      const again = await open(url('/sign-in'));
      await again.fill('#sign_in', 'duarte');
      await again.fill('#password', PASSWORD);
      await again.getByRole('button', { name: 'Sign in', exact: true }).click();
      await look(again, 'code');
      await again.fill('#code', recovery[0]);
      await again.getByRole('button', { name: 'Go on' }).click();
      await again.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
      await again.goto(url('/find'));
      assert.equal(await again.textContent('h1'), 'Find a person');
    }));

  test('does the same with scripts off as far as the password', () =>
    withBrowser(async ({ open }) => {
      const page = await open(await invited(open, 'ines2'), { javaScript: false });
      await page.getByRole('button', { name: 'Come in' }).click();
      await page.fill('#password', PASSWORD);
      await page.getByRole('button', { name: 'Keep this password' }).click();
      await acknowledges(page);
      assert.equal(await page.locator('.tl-bar').getByText('Ines Duarte').count(), 1);
    }));
});

describe('a passkey', () => {
  /** A device with a key store that asks its owner for a finger. */
  async function device(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
        isUserVerified: true, automaticPresenceSimulation: true,
      },
    });
    const verified = (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    return { verified };
  }

  test('is added, brings in alone, and opens nothing once removed', () =>
    withBrowser(async ({ open }) => {
      const home = program.origin.replace('127.0.0.1', 'localhost');
      const page = await open(`${home}/account`, { cookies: await program.as('jana') });
      const { verified } = await device(page);
      await page.fill('#passkey_name', 'My telephone');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.waitForURL('**/account?said=passkey-added');
      await page.getByText('My telephone', { exact: true }).first().waitFor();
      await look(page, 'passkey');

      const enter = async () => {
        await page.context().clearCookies();
        await page.goto(`${home}/sign-in`);
        await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      };
      await enter();
      await page.waitForURL((address) => address.pathname !== '/sign-in');
      await page.goto(`${home}/account`);
      assert.equal(await page.locator('.tl-bar').getByText('Jana Novak').count(), 1);

      // A device in somebody else's hand, which shows no finger of its owner.
      await verified(false);
      await enter();
      await page.getByText('That did not work').waitFor();
      await look(page, 'passkey-failed');
      await verified(true);

      await enter();
      await page.waitForURL((address) => address.pathname !== '/sign-in');
      await page.goto(`${home}/account`);
      await page.getByRole('button', { name: /^Remove.*My telephone/ }).click();
      await page.waitForURL('**/account?said=passkey-removed');
      await page.context().clearCookies();
      await page.goto(`${home}/sign-in`);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await page.locator('[data-failed]:visible').waitFor();
      assert.equal(new URL(page.url()).pathname, '/sign-in');
    }));

  test('opens the locked screen, and only in the hand of its owner', () =>
    withBrowser(async ({ open }) => {
      const home = program.origin.replace('127.0.0.1', 'localhost');
      const page = await open(`${home}/account`, { cookies: await program.as('jana') });
      const { verified } = await device(page);
      await page.fill('#passkey_name', 'At the desk');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.waitForURL('**/account?said=passkey-added');
      const shows = () => page.getByRole('button', { name: 'Go on with a passkey' }).click();
      const locks = async () => {
        await page.goto(`${home}/find?q=haddad`);
        await page.locator('.tl-menu').last().locator('summary').click();
        await page.getByRole('button', { name: 'Lock the screen' }).click();
        assert.equal(await page.textContent('h1'), 'The screen is locked');
      };
      await locks();
      await page.goto(`${home}/unlock?back=/find%3Fq%3Dhaddad`);
      await look(page, 'locked-passkey');
      await verified(false);
      await shows();
      await page.getByText('That did not work').waitFor();
      await page.goto(`${home}/find`);
      assert.equal(await page.textContent('h1'), 'The screen is locked');
      await page.goto(`${home}/unlock?back=/find%3Fq%3Dhaddad`);
      await verified(true);
      await shows();
      await page.waitForURL(`${home}/find?q=haddad`);
      // The same where rights are about to change; with somebody else's session it opens nothing.
      await page.goto(`${home}/again?back=/account`);
      await look(page, 'again-passkey');
      await shows();
      await page.waitForURL(`${home}/account`);
      await page.context().clearCookies();
      await page.context().addCookies((await program.as('sofia')).map((cookie) => ({ url: home, ...cookie })));
      await page.goto(`${home}/again?back=/account`);
      assert.equal(await page.locator('[data-passkey]').count(), 0);
      const refused = await page.evaluate(async () => {
        const send = (path, what) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(what) });
        const { token, options } = await (await send('/again/passkey-options', {})).json();
        const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        return (await send('/again/passkey', { token, back: '/account', credential: credential.toJSON() })).status;
      });
      assert.equal(refused, 404);
      await page.context().clearCookies();
      const status = (path) => page.evaluate(async (to) => (await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status, path);
      assert.equal(await status('/again/passkey-options'), 404);
    }));

  test('is not offered where it could not work: by another address, or without scripts', () =>
    withBrowser(async ({ open }) => {
      const elsewhere = await open(url('/sign-in'));
      assert.equal(await elsewhere.locator('[data-passkey]').count(), 0);
      const without = await open(`${program.origin.replace('127.0.0.1', 'localhost')}/sign-in`, { javaScript: false });
      assert.equal(await without.locator('[data-passkey]').isVisible(), false);
    }));
});

describe('at the desk', () => {
  test('the screen is locked with one click and opens on the same page', () =>
    withBrowser(async ({ open }) => {
      const page = await open(url('/find?q=haddad'), { cookies: await program.as('jana') });
      await page.locator('.tl-menu').last().locator('summary').click();
      await look(page, 'menu');
      await page.getByRole('button', { name: 'Lock the screen' }).click();
      assert.equal(await page.textContent('h1'), 'The screen is locked');
      await look(page, 'locked');
      await page.goto(url('/find'));
      assert.equal(await page.textContent('h1'), 'The screen is locked');
      await page.goto(url('/unlock?back=/find%3Fq%3Dhaddad'));
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.waitForURL(url('/find?q=haddad'));
    }));

  test('wrong passwords wait, in words', () =>
    withBrowser(async ({ open }) => {
      const page = await open(url('/sign-in'));
      let said = '';
      for (let tried = 0; tried < 12 && !/Try again in/.test(said); tried += 1) {
        await page.fill('#sign_in', 'nobody');
        await page.fill('#password', 'something else entirely');
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        said = await page.locator('.govuk-error-summary').innerText();
      }
      assert.match(said, /Try again in \d+ seconds?\./);
      await look(page, 'wait');
    }));
});
