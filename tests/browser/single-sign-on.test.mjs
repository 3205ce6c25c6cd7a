// Coming in by single sign-on, from a provider that is a process of its own, in a real browser. What the provider says counts only
// when it holds: signed by it, for us, for this browser, now.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { clean, shot, withBrowser } from './look.mjs';
import { serve } from './program.mjs';

let folder;
let program;
let provider;

const free = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

async function startProvider(port, back) {
  const child = spawn(process.execPath, [new URL('provider.mjs', import.meta.url).pathname, String(port), back], { stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise((ready, lost) => {
    child.stdout.once('data', ready);
    child.once('close', () => lost(new Error('the provider ended')));
  });
  return child;
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-sso-'));
  const [ours, theirs] = [await free(), await free()];
  writeFileSync(join(folder, 'secret'), 'a secret of two\n');
  writeFileSync(join(folder, 'provider.toml'), [
    'title = "Aldermark Sign-in"', `issuer = "http://127.0.0.1:${theirs}"`, 'client_id = "throughline"',
    `secret_file = ${JSON.stringify(join(folder, 'secret'))}`, 'second_factor = ["mfa", "hwk"]', '',
  ].join('\n'));
  provider = { port: theirs, back: `http://localhost:${ours}/sign-in/back` };
  provider.child = await startProvider(theirs, provider.back);
  program = await serve(join(folder, 'data'), ours, ['--single-sign-on', join(folder, 'provider.toml')]);
});
after(async () => {
  await program?.stop();
  provider?.child.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Signs in at the provider as somebody. */
async function signIn(page, name) {
  await page.getByRole('link', { name: 'Sign in with Aldermark Sign-in' }).click();
  await page.fill('[name=login]', name);
  await page.fill('[name=password]', 'any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The same from our own page; gives the page on which that ends. */
async function comes(open, name) {
  const page = await open(`${program.origin}/sign-in`);
  await signIn(page, name);
  await page.waitForURL(`${program.origin}/**`);
  return page;
}

describe('single sign-on', () => {
  test('the way in is clean at both widths', () =>
    withBrowser(async ({ open }) => {
      for (const width of [390, 1280]) {
        const page = await open(`${program.origin}/sign-in`, { width });
        await shot(page, `single-sign-on-${width}`);
        await clean(page);
      }
    }));

  test('somebody whom the provider knows and we do not stays outside', () =>
    withBrowser(async ({ open }) => {
      const page = await comes(open, 'nobody');
      assert.equal(await page.textContent('h1'), 'You are not known here yet');
      await shot(page, 'single-sign-on-unknown-1280');
      await page.goto(`${program.origin}/users`);
      assert.match(page.url(), /\/sign-in$/);
    }));

  for (const untrue of ['another-browser', 'another-program', 'long-ago', 'another-provider', 'another-key']) {
    test(`what holds for ${untrue} does not let anybody in`, () =>
      withBrowser(async ({ open }) => {
        const page = await comes(open, untrue);
        assert.equal(await page.textContent('h1'), 'That did not work');
        assert.equal((await page.context().cookies()).filter(({ name }) => name === 'throughline').length, 0);
      }));
  }

  test('without a second factor there one is set up here; with one the door is open', () =>
    withBrowser(async ({ open }) => {
      const first = await comes(open, 'administrator');
      assert.match(first.url(), /\/sign-in\/second-factor$/);
      await first.goto(`${program.origin}/users`);
      assert.match(first.url(), /\/sign-in\/second-factor$/, 'and nothing is open before');
      provider.child.stdin.write('pwd mfa\n');
      const second = await comes(open, 'administrator');
      assert.match(second.url(), /\/sign-in\/policy$/, 'who is new reads the rules for use first');
      await second.getByRole('button', { name: 'I have read this and keep to it' }).click();
      await second.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
      await second.goto(`${program.origin}/users`);
      assert.equal(await second.textContent('h1'), 'Users');
    }));

  test('who is in already shows anew who they are, whatever the provider remembers', () =>
    withBrowser(async ({ open }) => {
      const page = await comes(open, 'administrator');
      const again = async () => {
        await page.goto(`${program.origin}/again?back=/users`);
        await page.getByRole('link', { name: 'Sign in with Aldermark Sign-in' }).click();
        // It would let them pass by itself; it was told to ask.
        await page.fill('[name=login]', 'administrator');
        await page.fill('[name=password]', 'any');
        await page.getByRole('button', { name: 'Sign-in' }).click();
        await page.waitForURL(`${program.origin}/**`);
      };
      const cookies = (await page.context().cookies(program.origin)).map(({ name, value }) => ({ name, value }));
      for (const width of [390, 1280]) {
        const asked = await open(`${program.origin}/again?back=/users`, { width, cookies });
        await shot(asked, `single-sign-on-again-${width}`);
        await clean(asked);
      }
      provider.child.stdin.write('remembers\n');
      await again();
      assert.equal(await page.textContent('h1'), 'That did not work', 'what it says is from two hours ago');
      provider.child.stdin.write('pwd mfa\n');
      await again();
      await page.goto(`${program.origin}/users`);
      assert.equal(await page.textContent('h1'), 'Users');
    }));

  test('a name that somebody has come in by is not given to anybody else', () =>
    withBrowser(async ({ open }) => {
      const page = await comes(open, 'somebody:administrator');
      assert.equal(await page.textContent('h1'), 'You are not known here yet');
    }));

  test('what one browser was sent with does not hold in another, and nowhere twice', () =>
    withBrowser(async ({ open }) => {
      const page = await open(`${program.origin}/sign-in`);
      const sent = page.waitForRequest((request) => request.url().startsWith(provider.back));
      await signIn(page, 'administrator');
      const back = (await sent).url();
      await page.goto(`${program.origin}/users`);
      assert.equal(await page.textContent('h1'), 'Users');
      await page.goto(back);
      assert.match(page.url(), /\/sign-in$/);
      const other = await open(back);
      assert.match(other.url(), /\/sign-in$/);
      await other.goto(`${program.origin}/users`);
      assert.match(other.url(), /\/sign-in$/);
    }));

  test('when the provider is away the page says so and what to do', () =>
    withBrowser(async ({ open }) => {
      provider.child.kill();
      await new Promise((gone) => provider.child.once('close', gone));
      const page = await open(`${program.origin}/sign-in`);
      await page.getByRole('link', { name: 'Sign in with Aldermark Sign-in' }).click();
      assert.equal(await page.textContent('h1'), 'The other sign-in does not answer');
      await shot(page, 'single-sign-on-away-1280');
    }));
});
