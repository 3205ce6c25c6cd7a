// The program itself in a real browser: every page is clean in every width, theme and language, and every journey of the
// first milestone can be walked. One demo serves all of it; tests that change something put it back or touch what no other reads.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { clean, shot, withBrowser } from './look.mjs';
import { start } from './program.mjs';

let program;
let cookies;
let paths;

// Who comes in; a page that somebody else is to open would be the sign-in page, and clean.
const EVERYBODY = ['jana', 'piet', 'ines', 'sofia', 'oskar', 'marta', 'timo', 'lena', 'amira'];

before(async () => {
  program = await start({ people: 300 });
  cookies = Object.fromEntries(await Promise.all(EVERYBODY.map(async (who) => [who, await program.as(who)])));
  paths = await where();
});
after(() => program?.stop());

const url = (path) => `${program.origin}${path}`;
const asked = (path, who) => fetch(url(path), { headers: { cookie: `${cookies[who][0].name}=${cookies[who][0].value}` } });

async function first(path, who, wanted) {
  const [, found] = wanted.exec(await (await asked(path, who)).text()) ?? [];
  assert.ok(found, `nothing like ${wanted} in ${path} for ${who}`);
  return found;
}

// A blind sample, so that there is one to look at.
async function drawn() {
  const headers = { cookie: `${cookies.sofia[0].name}=${cookies.sofia[0].value}`, origin: program.origin };
  const answer = await fetch(url('/identity/sample'), { method: 'POST', headers, redirect: 'manual' });
  assert.equal(answer.status, 303);
  return '/identity/sample/1';
}

// Somebody whom Jana does not counsel: opened from a search, their file asks why.
async function stranger(client) {
  for (const name of ['anna', 'maria', 'jan', 'eva', 'peter']) {
    const found = await (await asked(`/find?q=${name}`, 'jana')).text();
    for (const [, path] of found.matchAll(new RegExp(client, 'g'))) {
      const answer = await fetch(url(path), { headers: { cookie: `${cookies.jana[0].name}=${cookies.jana[0].value}` }, redirect: 'manual' });
      if (answer.status === 303) return answer.headers.get('location');
    }
  }
  assert.fail('Jana counsels everybody');
}

// Jana registers somebody with her own family name and opens the file: within a minute that is on the officer's desk.
const flagged = new Set();
async function sameSurname(given_name = 'Tibor', birth_date = '1971-04-02') {
  const headers = { cookie: `${cookies.jana[0].name}=${cookies.jana[0].value}`, origin: program.origin };
  const body = new URLSearchParams({ given_name, family_name: 'Novak', birth_date, language: 'en', decision: 'different' });
  const answer = await fetch(url('/clients/new'), { method: 'POST', headers, redirect: 'manual', body });
  assert.equal(answer.status, 303);
  await asked(answer.headers.get('location').replace(/\?.*/, ''), 'jana');
  for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((wait) => setTimeout(wait, 500))) {
    const list = await (await asked('/oversight?rule=same-surname', 'oskar')).text();
    const found = [...list.matchAll(/href="(\/oversight\/[0-9a-f]{32})"/g)].map(([, path]) => path).find((path) => !flagged.has(path));
    if (found) {
      flagged.add(found);
      return found;
    }
  }
  assert.fail('nothing was flagged within a minute');
}

// Amira asks that something be put right, so that there is something to answer.
async function request() {
  const headers = { cookie: `${cookies.amira[0].name}=${cookies.amira[0].value}`, origin: program.origin };
  const body = new URLSearchParams({ kind: 'correction', says: 'I moved in May, and the old address is still there.' });
  const answer = await fetch(url('/my-data/requests'), { method: 'POST', headers, redirect: 'manual', body });
  assert.equal(answer.status, 303);
  return first('/requests', 'oskar', /href="(\/requests\/[0-9a-f]{32})"/);
}

// Oskar records that what the service was shown this year went astray.
async function breach() {
  const headers = { cookie: `${cookies.oskar[0].name}=${cookies.oskar[0].value}`, origin: program.origin };
  const [, now] = (await (await asked('/breaches/new', 'oskar')).text()).match(/max="([^"]{16})"/);
  const body = new URLSearchParams({ what: 'A laptop was stolen; somebody was signed in on it.', noticed: now, from: '2020-01-01T00:00', to: now, user: '', organisation: 'employment-service' });
  const answer = await fetch(url('/breaches'), { method: 'POST', headers, redirect: 'manual', body });
  assert.equal(answer.status, 303);
  return answer.headers.get('location').replace(/\?.*/, '');
}

// Piet asks for what his own organisation wrote, so that no page shows more of it, and Jana releases that.
async function release() {
  const send = (who, path, body) => {
    const headers = { cookie: `${cookies[who][0].name}=${cookies[who][0].value}`, origin: program.origin };
    return fetch(url(path), { method: 'POST', headers, redirect: 'manual', body: new URLSearchParams(body) });
  };
  const amira = await first('/find?q=amira+haddad', 'jana', /href="(\/clients\/\w+)"/);
  const asking = { kind: 'housing', purpose: 'casework', says: 'To see what else is known of the flat.', until: '2026-12-23' };
  assert.equal((await send('piet', `${amira}/releases`, asking)).status, 303);
  const one = await first('/releases', 'jana', /href="(\/releases\/[0-9a-f]{32})"/);
  assert.equal((await send('jana', one, { kind: 'housing', until: '2026-12-23', told: '', decision: 'approve' })).status, 303);
  return one;
}

// Jana registers somebody of whom nobody else has heard.
async function registered(given_name, family_name, birth_date) {
  const headers = { cookie: `${cookies.jana[0].name}=${cookies.jana[0].value}`, origin: program.origin };
  const body = new URLSearchParams({ given_name, family_name, birth_date, language: 'en', decision: 'different' });
  const answer = await fetch(url('/clients/new'), { method: 'POST', headers, redirect: 'manual', body });
  assert.equal(answer.status, 303);
  return answer.headers.get('location').replace(/\?.*/, '');
}

// Oskar registers two arrangements: one runs out soon, one is open.
async function arrangements() {
  const headers = { cookie: `${cookies.oskar[0].name}=${cookies.oskar[0].value}`, origin: program.origin };
  const add = async (body) => {
    const answer = await fetch(url('/arrangements'), { method: 'POST', headers, redirect: 'manual', body: new URLSearchParams(body) });
    assert.equal(answer.status, 303);
  };
  const covers = 'Who answers for requests of people, for breaches and for what is sent.';
  await add({ kind: 'joint-controller', organisation: 'municipality', other_party: '', title: 'Working together in Aldermark', signed_on: '2024-12-15', ends_on: '2026-12-15', covers, contact: 'Legal office of the municipality' });
  await add({ kind: 'processor', organisation: '', other_party: 'Northern Hosting', title: 'Hosting of the case history', signed_on: '2025-03-01', ends_on: '', covers: 'Runs the servers.', contact: 'privacy@hosting.example' });
  return '/arrangements';
}

// Oskar wishes that somebody be erased; nobody agrees.
async function erasure() {
  const headers = { cookie: `${cookies.oskar[0].name}=${cookies.oskar[0].value}`, origin: program.origin };
  const answer = await fetch(url(`${await registered('Waltraud', 'Zvonar', '1977-07-07')}/erasure`), { method: 'POST', headers, redirect: 'manual', body: new URLSearchParams({ why: 'not-needed' }) });
  assert.equal(answer.status, 303);
  return answer.headers.get('location').replace(/\?.*/, '');
}

// Oskar wishes that the whole log leave as a file; nobody agrees.
async function logExport() {
  const headers = { cookie: `${cookies.oskar[0].name}=${cookies.oskar[0].value}`, origin: program.origin };
  const body = new URLSearchParams({ reason: 'For the yearly check of the data-protection authority.' });
  const answer = await fetch(url('/log-exports'), { method: 'POST', headers, redirect: 'manual', body });
  assert.equal(answer.status, 303);
  return answer.headers.get('location').replace(/\?.*/, '');
}

// Identifiers are made anew in every demo: they are read where a person would read them.
async function where() {
  const client = /href="(\/clients\/\w+)"/;
  return {
    amira: await first('/find?q=amira+haddad', 'jana', client),
    bruno: await first('/find?q=bruno+kertesz', 'jana', client),
    ilona: await first('/find?q=ilona+lakatos', 'jana', client),
    stranger: await stranger(client),
    pair: await first('/matches', 'sofia', /href="(\/matches\/\w+)"/),
    row: await first('/quarantine', 'sofia', /href="(\/quarantine\/\w+)"/),
    receipt: await first('/my-data', 'amira', /href="(\/clients\/\w+\/consents\/[0-9a-f]{32})"/),
    sample: await drawn(),
    user: await first('/users', 'timo', /href="(\/users\/[0-9a-f]{32})"/),
    run: await first('/feeds/employment-service-people', 'timo', /href="(\/runs\/\w+)"/),
    wrong: await first(`${(await (await asked('/my-file', 'amira')).url).replace(program.origin, '')}/looked`, 'amira', /href="(\/clients\/\w+\/looked\/\d+\/wrong)"/),
    request: await request(),
    breach: await breach(),
    release: await release(),
    erasure: await erasure(),
    logExport: await logExport(),
    arrangements: await arrangements(),
    flag: await sameSurname(),
  };
}

/** Runs `story` with a page opened by `who`; `wish` is that of `open`. */
const visit = (who, path, story, wish = {}) =>
  withBrowser(async ({ open }) => story(await open(url(path), { cookies: cookies[who], ...wish })));

// Every language besides English, and which way it is written.
const LANGUAGES = [['de', 'ltr'], ['ar', 'rtl']];

// name of the page, who looks, where; `main` pages are looked at in the other languages too.
const PAGES = [
  { name: 'sign-in', path: () => '/sign-in', main: true },
  { name: 'about', who: 'jana', path: () => '/about' },
  { name: 'find, nothing asked', who: 'jana', path: () => '/find' },
  { name: 'find', who: 'jana', path: () => '/find?q=lakatosh+ilonna', main: true },
  { name: 'register', who: 'jana', path: () => '/clients/new', main: true },
  { name: 'find, nobody', who: 'jana', path: () => '/find?q=zzzzqqq' },
  { name: 'client', who: 'jana', path: () => paths.amira, main: true },
  { name: 'my day', who: 'jana', path: () => '/my-day', main: true },
  { name: 'the caseload', who: 'jana', path: () => '/caseload', main: true },
  { name: 'the caseload in a view where nobody is', who: 'jana', path: () => '/caseload?show=all&skip=900', main: true },
  { name: 'meetings', who: 'jana', path: () => `${paths.amira}/meetings`, main: true },
  { name: 'one’s own meetings', who: 'amira', path: () => `${paths.amira}/meetings`, main: true },
  { name: 'a meeting is recorded', who: 'jana', path: () => `${paths.amira}/meetings/record`, main: true },
  { name: 'client with restricted entries', who: 'piet', path: () => paths.amira, main: true },
  { name: 'an emergency', who: 'jana', path: () => paths.stranger.replace(/\/why.*/, '/emergency') },
  { name: 'an emergency by number', who: 'piet', path: () => '/emergency', main: true },
  { name: 'emergencies, none', who: 'oskar', path: () => '/emergencies' },
  { name: 'processing', who: 'oskar', path: () => '/processing' },
  { name: 'impact assessment', who: 'oskar', path: () => '/impact', main: true },
  { name: 'partners’ systems', who: 'oskar', path: () => '/systems', main: true },
  { name: 'team', who: 'marta', path: () => '/team', main: true },
  { name: 'whose client', who: 'marta', path: () => `${paths.amira}/counsellor`, main: true },
  { name: 'why this file', who: 'jana', path: () => paths.stranger, main: true },
  { name: 'my data', who: 'amira', path: () => '/my-data', main: true },
  { name: 'what one asks for', who: 'amira', path: () => '/my-data/requests', main: true },
  { name: 'a request is written down', who: 'jana', path: () => `${paths.amira}/requests/new`, main: true },
  { name: 'requests', who: 'oskar', path: () => '/requests', main: true },
  { name: 'requests, closed, none', who: 'oskar', path: () => '/requests?state=closed' },
  { name: 'one request', who: 'oskar', path: () => paths.request, main: true },
  { name: 'a release is asked for', who: 'piet', path: () => `${paths.amira}/releases/new`, main: true },
  { name: 'what was released to us', who: 'piet', path: () => '/released', main: true },
  { name: 'what was released to us, nothing', who: 'ines', path: () => '/released' },
  { name: 'releases, none', who: 'jana', path: () => '/releases' },
  { name: 'releases', who: 'jana', path: () => '/releases?state=held', main: true },
  { name: 'one release', who: 'jana', path: () => paths.release, main: true },
  { name: 'a guest is invited', who: 'jana', path: () => `${paths.amira}/guests/new`, main: true },
  { name: 'a case team', who: 'jana', path: () => `${paths.amira}/team`, main: true },
  { name: 'case teams, none', who: 'piet', path: () => '/case-teams', main: true },
  { name: 'breaches', who: 'oskar', path: () => '/breaches', main: true },
  { name: 'a breach is written down', who: 'oskar', path: () => '/breaches/new', main: true },
  { name: 'one breach', who: 'oskar', path: () => paths.breach, main: true },
  { name: 'whom a breach concerns', who: 'oskar', path: () => `${paths.breach}/people`, main: true },
  { name: 'texts of a breach', who: 'oskar', path: () => `${paths.breach}/texts`, main: true },
  { name: 'policy', who: 'amira', path: () => '/policy', main: true },
  { name: 'policy to be signed', who: 'marta', path: () => '/policy' },
  { name: 'policy, an earlier version', who: 'jana', path: () => '/policy?version=1' },
  { name: 'who has signed and acknowledged', who: 'oskar', path: () => '/policies', main: true },
  { name: 'arrangements', who: 'oskar', path: () => paths.arrangements, main: true },
  { name: 'an arrangement is added', who: 'oskar', path: () => '/arrangements/new', main: true },
  { name: 'erasures', who: 'oskar', path: () => '/erasures', main: true },
  { name: 'what an erasure would remove', who: 'oskar', path: () => `${paths.bruno}/erasure`, main: true },
  { name: 'one erasure, for the second person', who: 'sofia', path: () => paths.erasure, main: true },
  { name: 'retention', who: 'oskar', path: () => '/retention', main: true },
  { name: 'exports of the log', who: 'oskar', path: () => '/log-exports', main: true },
  { name: 'one export of the log, for the second person', who: 'sofia', path: () => paths.logExport, main: true },
  { name: 'a copy of everything', who: 'amira', path: () => `${paths.amira}/copy`, main: true },
  { name: 'stop sharing', who: 'amira', path: () => `${paths.amira}/consents/change?organisation=training-ngo&kind=housing&shares=no`, main: true },
  { name: 'receipt', who: 'amira', path: () => paths.receipt, main: true },
  { name: 'what is shared', who: 'jana', path: () => `${paths.amira}/consents`, main: true },
  { name: 'what was said is written down', who: 'jana', path: () => `${paths.amira}/consents/change?organisation=training-ngo&kind=assessment&shares=yes`, main: true },
  { name: 'changes by clients, none', who: 'jana', path: () => '/notices' },
  { name: 'client for the steward', who: 'sofia', path: () => paths.ilona },
  { name: 'client for the manager', who: 'marta', path: () => paths.amira },
  { name: 'client as known', who: 'jana', path: () => `${paths.amira}?on=2025-12-31`, main: true },
  { name: 'client, narrowed', who: 'jana', path: () => `${paths.amira}?text=course&kind=training` },
  { name: 'client, narrowed to nothing', who: 'jana', path: () => `${paths.amira}?text=zzzz` },
  { name: 'why one person', who: 'sofia', path: () => `${paths.ilona}/links`, main: true },
  { name: 'who looked', who: 'oskar', path: () => `${paths.amira}/looked`, main: true },
  { name: 'what somebody would see', who: 'oskar', path: () => `${paths.amira}/would-see?role=partner&organisation=municipality`, main: true },
  { name: 'look-ups', who: 'oskar', path: () => '/oversight', main: true },
  { name: 'look-ups, none', who: 'oskar', path: () => '/oversight?state=closed&rule=burst' },
  { name: 'one look-up', who: 'oskar', path: () => paths.flag, main: true },
  { name: 'well-known people, none', who: 'oskar', path: () => '/oversight/well-known', main: true },
  { name: 'asked of me, nothing', who: 'piet', path: () => '/asked' },
  { name: 'match review', who: 'sofia', path: () => '/matches', main: true },
  { name: 'one pair', who: 'sofia', path: () => paths.pair, main: true },
  { name: 'numbers at two people', who: 'sofia', path: () => '/matches/numbers' },
  { name: 'match review, narrowed', who: 'sofia', path: () => '/matches?harm=little&org=clinic' },
  { name: 'a split', who: 'sofia', path: () => `${paths.ilona}/split`, main: true },
  { name: 'protection', who: 'oskar', path: () => `${paths.ilona}/protection`, main: true },
  { name: 'second look, nothing waits', who: 'oskar', path: () => '/second' },
  { name: 'values in doubt, none', who: 'piet', path: () => '/corrections' },
  { name: 'questions, none', who: 'jana', path: () => '/questions' },
  { name: 'identity figures', who: 'sofia', path: () => '/identity', main: true },
  { name: 'identity figures of fields', who: 'lena', path: () => '/identity/fields', main: true },
  { name: 'one pair of the blind sample', who: 'sofia', path: () => paths.sample, main: true },
  { name: 'model', who: 'sofia', path: () => '/identity/model', main: true },
  { name: 'feeds', who: 'timo', path: () => '/feeds', main: true },
  { name: 'one feed', who: 'timo', path: () => '/feeds/employment-service-people' },
  { name: 'a new feed', who: 'timo', path: () => '/feeds/new' },
  { name: 'run', who: 'sofia', path: () => paths.run, main: true },
  { name: 'quarantine', who: 'sofia', path: () => '/quarantine', main: true },
  { name: 'mend a row', who: 'sofia', path: () => paths.row, main: true },
  { name: 'access log', who: 'oskar', path: () => '/looked', main: true },
  { name: 'own account', who: 'jana', path: () => '/account', main: true },
  { name: 'second factor', who: 'jana', path: () => '/sign-in/second-factor', main: true },
  { name: 'asked again', who: 'sofia', path: () => '/again?back=/matches.csv' },
  { name: 'users', who: 'timo', path: () => '/users', main: true },
  { name: 'a new user', who: 'timo', path: () => '/users/new', main: true },
  { name: 'one user', who: 'timo', path: () => paths.user, main: true },
  { name: 'home without anything', who: 'lena', path: () => '/' },
  { name: 'not found', who: 'jana', path: () => '/nowhere' },
];
const LOOKS = [[1280, 'light'], [1280, 'dark'], [390, 'dark'], [390, 'light']];

async function everyLook(open, name, address, wish, looks) {
  const page = await open(address, wish);
  for (const [width, theme] of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    await shot(page, `app-${name.replaceAll(/\W+/g, '-')}-${width}-${theme}${wish.lang ? `-${wish.lang}` : ''}`);
    await clean(page);
  }
  // The narrowest phone: WCAG 1.4.10.
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${name} is ${wide} px wide in a window of 320 px`);
  await page.context().close();
}

describe('pages', () => {
  test('are opened by people who come in', () => assert.deepEqual(PAGES.filter(({ who }) => who && !EVERYBODY.includes(who)), []));

  for (const { name, who, path } of PAGES) {
    test(`${name} is clean, wide and narrow, light and dark`, () =>
      withBrowser(({ open }) => everyLook(open, name, url(path()), { cookies: cookies[who] }, LOOKS)));
  }

  for (const [lang, dir] of LANGUAGES) {
    for (const { name, who, path } of PAGES.filter((page) => page.main)) {
      test(`${name} is clean in ${lang}, ${dir}`, async () => {
        await speak(who, lang);
        try {
          await withBrowser(async ({ open }) => {
            const wish = { lang, cookies: [...(cookies[who] ?? []), { name: 'language', value: lang }] };
            const page = await open(url(path()), wish);
            assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [lang, dir]);
            await page.context().close();
            await everyLook(open, name, url(path()), wish, [[1280, 'light'], [390, 'light']]);
          });
        } finally {
          await speak(who, who === 'amira' ? 'ar' : 'en');
        }
      });
    }
  }

  test("the jobseeker's own file is clean in Arabic", () =>
    withBrowser(({ open }) => everyLook(open, 'my-file', url('/my-file'), { cookies: cookies.amira, lang: 'ar' }, LOOKS)));
});

// Chooses a language as the menu does; it stays with the user.
async function speak(who, language) {
  if (!who) return;
  const headers = { cookie: `${cookies[who][0].name}=${cookies[who][0].value}`, origin: program.origin };
  const answer = await fetch(url('/language'), { method: 'POST', headers, redirect: 'manual', body: new URLSearchParams({ language, back: '/' }) });
  assert.equal(answer.status, 303);
}

// From the misspelt name to the reasons, with or without scripts.
async function ilonaByMisspeltName(page) {
  await page.fill('#bar-q', 'lakatosh ilonna');
  await page.press('#bar-q', 'Enter');
  await page.waitForURL('**/find?q=*');
  await page.getByRole('main').getByRole('link', { name: 'Ilona Lakatos' }).first().click();
  assert.equal(await page.textContent('h1'), 'Ilona Lakatos');
  await page.getByRole('link', { name: 'One client from 3 records' }).click();
  assert.equal(await page.textContent('h1'), 'Why these are one person');
  const said = await page.getByRole('main').innerText();
  for (const word of ['near certain', 'Birth date: one slip apart', 'Phone: the same', 'Before looking', 'very strongly for']) {
    assert.ok(said.includes(word), `“${word}” is not among the reasons:\n${said}`);
  }
  assert.equal(await page.locator('main section.tl-card').count(), 3);
}

describe('a counsellor', () => {
  test('finds Ilona Lakatos by a misspelt name and the page says why three records are one', () =>
    visit('jana', '/', ilonaByMisspeltName));

  test('does the same with scripts off', () => visit('jana', '/', ilonaByMisspeltName, { javaScript: false }));

  test('sees rows while typing, and walks into them with the arrow keys', () =>
    visit('jana', '/find', async (page) => {
      await page.fill('#q', 'lakatosh ilonna');
      await page.waitForSelector('#suggest .tl-result');
      assert.match(await page.textContent('#suggest-status'), /^\d+ (person|people) found$/);
      await clean(page);
      await page.press('#q', 'ArrowDown');
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Ilona Lakatos');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/clients/*');
      assert.equal(await page.textContent('h1'), 'Ilona Lakatos');
    }));

  // Journey J3: found in two clicks; a second record avoided in five, typing not counted.
  for (const javaScript of [true, false]) {
    test(`finds Ilona at reception and makes no second record of her${javaScript ? '' : ', with scripts off'}`, () =>
      visit('jana', paths.ilona, async (page) => {
        const phone = (await page.locator('.tl-identity a[href^="tel:"]').first().innerText()).trim();
        let clicks = 0;
        const click = async (place) => { clicks += 1; await place.click(); };
        await page.fill('#bar-q', 'lakatos ilonka 88');
        await page.press('#bar-q', 'Enter');
        await click(page.getByRole('main').getByRole('link', { name: 'Ilona Lakatos' }).first());
        assert.equal(await page.textContent('h1'), 'Ilona Lakatos');
        assert.ok(clicks <= 2, `${clicks} clicks to find her`);
        clicks = 0;
        await page.goto(url('/find?q=lakatosz'));
        await click(page.getByRole('link', { name: 'Register a person' }));
        await page.fill('#family_name', 'Lakatosz');
        await page.fill('#given_name', 'Ilona');
        await page.fill('#phone', phone);
        if (javaScript) {
          await page.waitForSelector('#likely .tl-result');
          assert.match(await page.textContent('#likely-status'), /may be the same/);
          await clean(page);
        }
        await click(page.getByRole('button', { name: 'Register' }));
        await page.getByRole('heading', { name: 'Is it one of these people?' }).waitFor();
        assert.match(await page.locator('#likely').innerText(), /Phone: the same/);
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await shot(page, `app-register-known-${width}`);
          if (javaScript) await clean(page);
        }
        await click(page.locator('#likely').getByRole('link', { name: 'Ilona Lakatos' }).first());
        assert.equal(await page.textContent('h1'), 'Ilona Lakatos');
        assert.ok(clicks <= 5, `${clicks} clicks to avoid a second record`);
        assert.equal((await page.getByRole('link', { name: 'One client from 3 records' }).count()), 1);
      }, { javaScript }));
  }

  test('sees less on the page as known on 31 December 2025, and it says so', () =>
    visit('jana', paths.amira, async (page) => {
      const now = await page.locator('.tl-entry').count();
      await page.locator('.tl-filter > summary').click();
      await page.fill('#t-on', '2025-12-31');
      await page.locator('.tl-filter').getByRole('button').click();
      await page.waitForURL('**on=2025-12-31**');
      const then = await page.locator('.tl-entry').count();
      assert.ok(then > 0 && then < now, `${then} entries then, ${now} now`);
      assert.match(await page.textContent('.tl-as-known'), /As known on Wednesday, 31 December 2025\.\s+8 entries that came later are not shown/);
      await page.getByRole('link', { name: 'Back to today' }).click();
      assert.equal(await page.locator('.tl-entry').count(), now);
    }));

});

describe('a file of somebody one does not work with', () => {
  for (const javaScript of [true, false]) {
    test(`opens in one tap, with its reason on the page${javaScript ? '' : ', with scripts off'}`, () =>
      visit('jana', paths.stranger.replace(/\/why.*/, ''), async (page) => {
        if (new URL(page.url()).pathname.endsWith('/why')) {
          await page.getByRole('button', { name: /at the door or on the telephone/ }).click();
        }
        await page.waitForURL('**/clients/*');
        assert.match(await page.getByRole('main').innerText(), /Opened for: at the door or on the telephone/);
        if (javaScript) await clean(page);
        await page.getByRole('link', { name: 'Another reason' }).click();
        assert.equal(await page.textContent('h1'), 'Why do you open this file?');
      }, { javaScript }));
  }

  test('opens in an emergency; the person, the manager and the officer know, and it is reviewed', async () => {
    await visit('jana', paths.stranger.replace(/\/why.*/, '/emergency'), async (page) => {
      await page.fill('#reason', 'quick');
      await page.getByRole('button', { name: 'Open the file now' }).click();
      await page.getByText('Say what has happened, in ten letters or more.').waitFor();
      await clean(page);
      await page.fill('#reason', 'She stands here without a bed for tonight');
      await page.getByRole('button', { name: 'Open the file now' }).click();
      await page.getByText('The file is open for four hours.').waitFor();
      assert.match(await page.getByRole('main').innerText(), /Opened for: an emergency/);
    });
    await visit('marta', '/', async (page) => {
      await page.waitForURL('**/emergencies');
      assert.match(await page.getByRole('main').innerText(), /Jana Novak[^]*without a bed for tonight/);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await shot(page, `app-reviews-${width}`);
        await clean(page);
      }
      await page.getByRole('button', { name: 'It was right', exact: true }).click();
      await page.getByText('Your review has been kept.').waitFor();
      await page.goto(url('/'));
      await page.waitForURL('**/find');
    });
  });
});

// J10, the half about look-ups: what the officer presses is counted.
describe('the data-protection officer', () => {
  for (const width of [1280, 390]) {
    test(`says that somebody is well known and takes that back, ${width} px wide`, () =>
      visit('oskar', `${paths.ilona}/looked`, async (page) => {
        await page.fill('#reason', 'known from television');
        await page.getByRole('button', { name: 'List every opening of this file' }).click();
        await page.getByText('Every opening of this person’s file'.replace('’', "'")).first().waitFor();
        await shot(page, `app-well-known-${width}`);
        await clean(page);
        await page.getByRole('button', { name: 'Take the mark away' }).click();
        await page.getByText('The mark is taken away.').waitFor();
      }, { width }));
  }

  for (const width of [390, 1280]) {
    test(`erases somebody with a second person, and a legal hold holds it up, ${width} px wide`, async () => {
      const client = await (width === 390 ? registered('Almut', 'Quendel', '1959-01-31') : registered('Berthold', 'Xaver', '1986-10-04'));
      let one;
      await visit('oskar', `${client}/erasure`, async (page) => {
        await page.getByText('No law holds anything of this person.').waitFor();
        await page.fill('#says', 'Labour court, file 7 C 12/26');
        await page.getByRole('button', { name: 'Set a legal hold' }).click();
        await page.getByText('Not while the legal hold is in force.').waitFor();
        await shot(page, `app-erasure-held-${width}`);
        await clean(page);
        await page.getByRole('button', { name: 'End this hold' }).click();
        await page.getByText('The legal hold has ended.').waitFor();
        await page.selectOption('#why', 'objection');
        await page.getByRole('button', { name: 'Wish the erasure' }).click();
        await page.getByText('You wished this erasure yourself').waitFor();
        one = new URL(page.url()).pathname;
        await clean(page);
      }, { width, cookies: await program.as('oskar') });
      await visit('sofia', '/', async (page) => {
        await page.waitForURL('**/erasures');
        await page.locator(`main a[href="${one}"]`).click();
        await page.getByRole('button', { name: 'I agree: erase' }).click();
        await page.getByText('One person was erased').waitFor();
        await shot(page, `app-erasure-certificate-${width}`);
        await clean(page);
        assert.doesNotMatch(await page.getByRole('main').innerText(), /Quendel|Xaver/);
      }, { width, cookies: await program.as('sofia') });
      assert.equal((await asked(client, 'jana')).status, 404);
    });
  }

  const REVIEW = {
    en: {
      found: /Jana Novak[^]*Tibor Novak[^]*not listed again for this user for 30 days/, ask: 'Ask', asked: 'The user has been asked.',
      question: /Tibor Novak[^]*Please say in a few words/, answer: 'Your answer', send: 'Send the answer', sent: 'Your answer has been sent.',
      explained: 'Explained', closed: 'It is closed, and the user has been told.', unbroken: /The chain of the log is unbroken/, outcome: /there was a good reason/,
    },
    de: {
      who: ['Gejza', '1966-09-12'],
      found: /Jana Novak[^]*Gejza Novak[^]*30 Tage lang nicht wieder aufgelistet/, ask: 'Fragen', asked: 'Der Benutzer wurde gefragt.',
      question: /Gejza Novak[^]*Bitte sagen Sie in wenigen Worten/, answer: 'Ihre Antwort', send: 'Antwort senden', sent: 'Ihre Antwort ist gesendet.',
      explained: 'Erklärt', closed: 'Abgeschlossen. Der Benutzer wurde benachrichtigt.', unbroken: /Die Kette des Protokolls ist lückenlos/, outcome: /Es gab einen guten Grund/,
    },
    ar: {
      who: ['Vera', '1989-12-30'],
      found: /Jana Novak[^]*Vera Novak[^]*إذا أُغلق على أن له تفسيراً أو أنه إنذار كاذب/, ask: 'اسأل', asked: 'سُئل المستخدم',
      question: /Vera Novak[^]*من فضلك قل في/, answer: 'جوابك', send: 'أرسل الجواب', sent: 'أُرسل جوابك.',
      explained: 'له تفسير', closed: 'أُغلق الأمر، وأُبلغ المستخدم.', unbroken: /سلسلة السجل متصلة/, outcome: /أُغلق: كان هناك سبب وجيه/,
    },
  };
  for (const [lang, words] of Object.entries(REVIEW)) {
    test(`reviews a look-up under the same family name: asked, answered, closed, with four presses (${lang})`, async () => {
      const flag = words.who ? await sameSurname(...words.who) : paths.flag;
      await speak('oskar', lang);
      await speak('jana', lang);
      try {
        await reviews(flag, lang, words);
      } finally {
        await speak('oskar', 'en');
        await speak('jana', 'en');
      }
    });
  }

  async function reviews(flag, lang, words) {
    let presses = 0;
    const press = async (where) => { presses += 1; await where.click(); };
    const looks = async (page, name) => {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await shot(page, `app-j10-${name}-${width}-${lang}`);
        await clean(page);
      }
    };
    await visit('oskar', '/oversight', async (page) => {
      await page.waitForURL('**/oversight');
      await press(page.locator(`main a[href="${flag}"]`));
      assert.match(await page.getByRole('main').innerText(), words.found);
      await looks(page, 'found');
      await press(page.getByRole('button', { name: words.ask, exact: true }));
      await page.getByText(words.asked).waitFor();
    }, { javaScript: false, lang });
    await visit('jana', '/', async (page) => {
      await page.waitForURL('**/asked');
      assert.match(await page.getByRole('main').innerText(), words.question);
      await looks(page, 'asked');
      await page.getByLabel(words.answer).fill('He came to the counter, and we are not related.');
      await page.getByRole('button', { name: words.send }).click();
      await page.getByText(words.sent).waitFor();
      await page.goto(url('/'));
      await page.waitForURL((where) => !where.pathname.startsWith('/asked'));
    }, { lang });
    await visit('oskar', '/oversight', async (page) => {
      await press(page.locator(`main a[href="${flag}"]`));
      await page.getByText('we are not related').waitFor();
      await looks(page, 'answered');
      await press(page.getByRole('button', { name: words.explained }));
      await page.getByText(words.closed).waitFor();
      await page.goto(url('/looked'));
      assert.match(await page.getByRole('main').innerText(), words.unbroken);
    }, { lang });
    assert.ok(presses <= 4, `${presses} presses`);
    await visit('jana', '/', async (page) => {
      await page.waitForURL('**/asked');
      assert.match(await page.getByRole('main').innerText(), words.outcome);
    }, { lang });
  }
});

describe('a partner', () => {
  test('sees an assessment as restricted, and not a word of it', () =>
    visit('piet', `${paths.amira}?kind=assessment`, async (page) => {
      const entries = page.locator('.tl-entry--restricted');
      assert.ok((await entries.count()) >= 1);
      assert.match(await entries.first().innerText(), /Restricted entry\s+Employment service\s+You may know that it exists, not what it says\. Ask Employment service\./);
    }));

  test('neither finds nor opens somebody whom the municipality does not know', async () => {
    assert.equal((await asked(paths.bruno, 'piet')).status, 404);
    await visit('piet', '/find?q=bruno+kertesz', async (page) => {
      assert.doesNotMatch(await page.getByRole('main').innerText(), /Bruno Kertész/);
    });
  });
});

describe('a steward', () => {
  for (const javaScript of [true, false]) {
    test(`answers pairs of the blind sample, changes an answer, and is told how many more are needed${javaScript ? '' : ', with scripts off'}`, () =>
      visit('sofia', paths.sample, async (page) => {
        assert.doesNotMatch(await page.getByRole('main').innerText(), /bits|linked/i);
        if (javaScript) await page.keyboard.press('1');
        else await page.getByRole('button', { name: 'Same person' }).click();
        await page.waitForURL('**/identity/sample/*said=sample-answered');
        await page.getByRole('link', { name: 'Pair before' }).click();
        assert.match(await page.getByRole('main').innerText(), /You said: .?Same person/);
        await page.getByRole('button', { name: 'Cannot tell' }).click();
        await page.waitForURL('**/identity/sample/*said=sample-answered');
        await page.goto(url('/identity'));
        assert.match(await page.getByRole('main').innerText(), /Not enough answers: .?\d+.?, needs .?\d+/);
        await clean(page);
      }, { javaScript }));
  }

  const rows = (page) => page.locator('.tl-results > li').count();

  // With and without scripts: buttons are enough, keys are quicker.
  for (const javaScript of [true, false]) {
    test(`decides a pair, sees it leave the queue, and takes it back${javaScript ? '' : ', with scripts off'}`, () =>
      visit('sofia', '/matches', async (page) => {
        const before = await rows(page);
        const pair = await page.locator('.tl-result__name').first().innerText();
        await page.locator('.tl-result__name a').first().click();
        await page.getByRole('button', { name: 'Same person' }).click();
        await page.waitForURL('**/matches**');
        assert.match(await page.textContent('[role=status]'), /They are one client now/);
        assert.ok((await rows(page)) < before);
        assert.ok(!(await page.locator('.tl-result__name').allInnerTexts()).includes(pair));
        if (javaScript) await clean(page);
        await page.getByRole('button', { name: 'Take this back' }).first().click();
        await page.getByText('Taken back. Everything is as it was before.').waitFor();
        await page.goto(url('/matches'));
        assert.equal(await rows(page), before);
      }, { javaScript }));
  }

  test('decides and takes back with keys alone', () =>
    visit('sofia', '/matches', async (page) => {
      const before = await rows(page);
      for (const key of ['1', '2']) {
        await page.goto(url(paths.pair));
        await page.locator('body').press(key);
        await page.waitForURL((at) => at.pathname === '/matches');
        assert.ok((await rows(page)) < before, `key ${key} decided nothing`);
        await page.locator('body').press('u');
        await page.waitForFunction((n) => document.querySelectorAll('.tl-results > li').length === n, before);
      }
    }));

  test('unlinks a record with one click and takes it back', () =>
    visit('sofia', `${paths.ilona}/links`, async (page) => {
      const records = page.locator('section[aria-labelledby^="record-"]');
      assert.equal(await records.count(), 3);
      await records.filter({ hasText: 'TN-' }).getByRole('button', { name: /take this record out/ }).click();
      await page.waitForSelector('[role=status]');
      assert.match(await page.textContent('[role=status]'), /The record is a client of its own now/);
      assert.equal(await records.count(), 2);
      await clean(page);
      await page.getByRole('button', { name: 'Take this back' }).first().click();
      await page.waitForFunction(() => document.querySelectorAll('section[aria-labelledby^="record-"]').length === 3);
      assert.match(await page.textContent('[role=status]'), /Everything is as it was before/);
    }));

  // With keys alone on a wide screen, with a finger on a phone.
  for (const width of [1280, 390]) {
    test(`asks the counsellor, reads the answer and decides, ${width} px wide`, async () => {
      await visit('sofia', paths.pair, async (page) => {
        assert.match(await page.textContent('section[aria-labelledby=short]'), /names|called/);
        assert.ok(await page.locator('section[aria-labelledby=effect] li').count());
        // What is folded is shown first, and sent by nothing that cannot be seen.
        if (width === 1280) await page.locator('body').press('3');
        else await page.locator('.tl-decide__more > summary').click();
        await page.selectOption('#of', { label: 'Jana Novak' });
        await clean(page);
        await shot(page, `app-asking-${width}`);
        if (width === 1280) {
          await page.keyboard.press('Tab');
          await page.keyboard.press('Enter');
        } else await page.getByRole('button', { name: 'Ask the counsellor' }).click();
        await page.getByText('The question has been sent. The pair stays open.').waitFor();
      }, { width });
      await visit('jana', '/', async (page) => {
        await page.waitForURL('**/questions');
        await clean(page);
        await page.getByRole('link', { name: 'Are these one person?' }).first().click();
        await shot(page, `app-question-${width}`);
        await clean(page);
        await page.locator('body').press('2');
        await page.getByText('Your answer has been kept').waitFor();
      }, { width });
      await visit('sofia', paths.pair, async (page) => {
        assert.match(await page.textContent('section[aria-labelledby=past]'), /Jana Novak answered: two people/);
        await clean(page);
        await page.getByRole('button', { name: 'Two people' }).click();
        await page.getByText('They stay two people').waitFor();
        await shot(page, `app-decided-${width}`);
        await clean(page);
        await page.locator('body').press('u');
        await page.getByText('Taken back. Everything is as it was before.').waitFor();
      }, { width });
    });
  }

  test('takes a record away that its source sent by mistake, with a reason, and takes that back', () =>
    visit('sofia', `${paths.ilona}/links`, async (page) => {
      const records = page.locator('section[aria-labelledby^="record-"]');
      const row = records.filter({ hasText: 'TN-' });
      await row.locator('summary', { hasText: 'sent it by mistake' }).click();
      await clean(page);
      await shot(page, 'app-withdraw-1280');
      await row.getByLabel('What the source says').fill('a test record');
      await row.getByRole('button', { name: /Take this record away/ }).click();
      await page.getByText('The record is taken away.').waitFor();
      assert.equal(await records.count(), 2);
      assert.match(await page.innerText('section[aria-labelledby=withdrawn]'), /TN-[^]*a test record/);
      await shot(page, 'app-withdrawn-1280');
      await clean(page);
      await page.locator('section[aria-labelledby=withdrawn]').getByRole('button', { name: /Take this back/ }).click();
      await page.getByText('Taken back. Everything is as it was before.').waitFor();
      assert.equal(await records.count(), 3);
    }));

  test('has every place behind one line on a phone', () =>
    visit('sofia', '/matches', async (page) => {
      const bar = await page.locator('.tl-nav').boundingBox();
      assert.ok(bar.height < 60, `the places take ${bar.height} px`);
      await page.locator('.tl-nav__menu > summary').click();
      await clean(page);
      await shot(page, 'app-places-390');
      await page.locator('.tl-nav__menu').getByRole('link', { name: 'Quarantine' }).click();
      await page.waitForURL('**/quarantine');
    }, { width: 390 }));

  test('splits a client after seeing what would happen, and takes it back', () =>
    visit('sofia', `${paths.ilona}/links`, async (page) => {
      await page.getByRole('link', { name: 'Split into two people' }).click();
      await page.locator('label', { hasText: 'TN-' }).click();
      await page.getByRole('button', { name: 'See what would happen' }).click();
      await page.getByRole('heading', { name: 'What would happen' }).waitFor();
      await clean(page);
      await page.getByRole('button', { name: 'Split into two', exact: true }).click();
      await page.getByText('Two clients now.').waitFor();
      await page.getByRole('button', { name: 'Take this back' }).first().click();
      await page.getByText('Taken back. Everything is as it was before.').waitFor();
    }));

  test('puts a wrong number to the organisation that sent it, and takes that back', async () => {
    await visit('sofia', `${paths.ilona}/links`, async (page) => {
      await page.locator('section[aria-labelledby^="record-"]', { hasText: 'R-0001204' }).getByRole('button', { name: /take this record out/ }).click();
      await page.waitForSelector('[role=status]');
      await page.goto(url('/matches/numbers'));
      await clean(page);
      await page.getByRole('button', { name: 'The number is wrong at: Municipality R-0001204' }).click();
      await page.getByText('Linking ignores this number from now on').waitFor();
    });
    await visit('piet', '/corrections', async (page) => {
      assert.match(await page.innerText('main'), /Personal number[^]*R-0001204/);
      await clean(page);
    });
    await visit('sofia', '/matches', async (page) => {
      for (const what of ['Number said to be wrong', 'Record taken out']) {
        await page.locator('section[aria-labelledby=lately] li', { hasText: what }).first().getByRole('button').click();
        await page.getByText('Taken back. Everything is as it was before.').waitFor();
      }
    });
  });

  test('proposes about somebody protected, and nothing happens before the officer agrees', async () => {
    await visit('sofia', `${paths.bruno}/protection`, async (page) => {
      await page.getByRole('button', { name: 'Protect this file' }).click();
      await page.getByText('The file is protected.').waitFor();
    });
    await visit('jana', '/find?q=bruno+kertesz', async (page) => assert.doesNotMatch(await page.innerText('main'), /1968/));
    await visit('sofia', `${paths.bruno}/protection`, async (page) => {
      await page.getByRole('button', { name: /End the protection/ }).click();
      await page.getByText('a second person has to agree').first().waitFor();
      await page.goto(url('/second'));
      assert.match(await page.innerText('main'), /You proposed this/);
    });
    await visit('oskar', '/second', async (page) => {
      await shot(page, 'app-second-1280');
      await clean(page);
      await page.getByRole('button', { name: 'Agree: do it' }).click();
      await page.getByText('Agreed: it is done.').waitFor();
    });
    await visit('jana', '/find?q=bruno+kertesz', async (page) => assert.match(await page.innerText('main'), /1968/));
  });

  test('mends a row in quarantine', () =>
    visit('sofia', '/quarantine', async (page) => {
      const waiting = await page.locator('tbody tr').count();
      await page.locator('tbody tr', { hasText: '9?' }).first().getByRole('link').click();
      await page.locator('.govuk-error-summary a').click();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'wrong');
      // What is still wrong is said again, and nothing typed is lost.
      await page.fill('#wrong', 'x?');
      await page.getByRole('button', { name: 'Take it in' }).click();
      assert.match(await page.textContent('#problem'), /It still cannot be taken in/);
      assert.equal(await page.evaluate(() => document.activeElement.hasAttribute('data-error-summary')), true);
      assert.equal(await page.inputValue('#wrong'), 'x?');
      await clean(page);
      const [, code] = /is not one of ([^,;]+)/.exec(await page.textContent('#reason'));
      await page.fill('#wrong', code);
      await page.getByRole('button', { name: 'Take it in' }).click();
      await page.waitForSelector('[role=status]');
      assert.match(await page.textContent('[role=status]'), /The row is in/);
      await page.goto(url('/quarantine'));
      assert.ok((await page.locator('tbody tr').count()) < waiting);
    }));
});

describe('an administrator', () => {
  const feed = '/feeds/employment-service-people';
  const send = async (page, file) => {
    await page.setInputFiles('#file', file);
    await page.getByRole('button', { name: 'Take the file in' }).click();
    await page.waitForURL((at) => at.pathname.startsWith('/runs/') || at.search.includes('said='));
    // On a busy machine the answer comes before the import has ended: its run is then the first in the list.
    for (const until = Date.now() + 20_000; !/\/runs\//.test(page.url()) || (await page.locator('progress').count()); ) {
      assert.ok(Date.now() < until, 'the import does not end');
      await page.goto(url(feed));
      const run = page.locator('tbody a[href^="/runs/"]').first();
      if (await run.count()) await run.click();
    }
  };

  test('sends the same file again and nothing changes', () =>
    visit('timo', feed, async (page) => {
      await send(page, join(program.data, 'region/2026-11-20/employment-service/people.csv'));
      const figures = await page.locator('.tl-figures > div').evaluateAll((parts) =>
        Object.fromEntries(parts.map((part) => [part.querySelector('dt').textContent, Number(part.querySelector('dd').textContent)])));
      assert.ok(figures.Rows > 100, `only ${figures.Rows} rows`);
      assert.equal(figures.New, 0);
      assert.equal(figures.Changed, 0);
    }));

  const HOSTILE = [
    ['a program under a false name', 'people.csv', readFileSync(process.execPath).subarray(0, 100_000), /people\.csv: this is not a text table but binary data/],
    ['another table', 'people.csv', Buffer.from('a;b\n=cmd|x;<script>alert(1)</script>\n'), /the file has no column .*client_no.*; it has a, b/],
    ['an empty file', '<img src=x onerror=alert(1)>.csv', Buffer.from(''), /empty|nothing/i],
  ];
  for (const [what, name, buffer, reason] of HOSTILE) {
    test(`sends ${what} and is told why in words`, () =>
      visit('timo', feed, async (page) => {
        await send(page, { name, mimeType: 'text/csv', buffer });
        assert.equal(await page.textContent('.tl-message h2'), 'File refused');
        assert.match(await page.textContent('.tl-message p'), reason);
        await clean(page);
      }));
  }
});

describe('Amira', () => {
  test("reads in Arabic who looked at her file, and Jana's look is there", async () => {
    await asked(paths.amira, 'jana');
    await visit('amira', '/', async (page) => {
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
      await page.locator('.tl-identity__links a[href$="/looked"]').click();
      assert.equal(await page.textContent('h1'), 'من اطّلع');
      const looks = await page.locator('.tl-looked > li', { hasText: 'Jana Novak' }).allInnerTexts();
      assert.ok(looks.some((look) => look.includes('صفحة المستفيد')), looks.join('\n'));
      await clean(page);
    });
  });

  for (const [width, javaScript] of [[390, true], [1280, false]]) {
    test(`says that a look-up looks wrong, and reads that it arrived, ${width} px wide${javaScript ? '' : ', with scripts off'}`, () =>
      visit('amira', paths.wrong.replace(/\/\d+\/wrong/, ''), async (page) => {
        const list = page.url();
        await shot(page, `app-own-looked-${width}`);
        await clean(page);
        await page.locator(`a[href$="/wrong"]`).first().click();
        await shot(page, `app-wrong-${width}`);
        await clean(page);
        await page.fill('#says', 'لا أعرف هذا الشخص');
        await page.getByRole('main').getByRole('button').click();
        await page.waitForURL(`${list}?said=looks-wrong`);
        assert.match(await page.getByRole('main').innerText(), /قلتَ إن هذا يبدو خاطئاً[^]*وهو ينظر فيه/);
        await shot(page, `app-wrong-said-${width}`);
        await clean(page);
      }, { width, lang: 'ar', javaScript }));
  }

  // Scheme SCH-03: asked for and released in two pages each, on a phone and on a screen.
  for (const width of [390, 1280]) {
    test(`asks for a release and is given it, ${width} px wide`, async () => {
      await visit('piet', paths.amira, async (page) => {
        assert.doesNotMatch(await page.innerText('main'), /Worked in a nursery/);
        await page.getByRole('link', { name: 'Ask for a release' }).click();
        await page.getByLabel('Assessment of needs').check();
        await page.getByLabel('preparing or giving a training').check();
        await page.getByLabel('Why do you need it?').fill('To choose a course that builds on what she knows.');
        await shot(page, `app-release-ask-${width}`);
        await clean(page);
        await page.getByRole('button', { name: 'Ask', exact: true }).click();
        await page.getByText('Waits for an answer').first().waitFor();
        await shot(page, `app-release-asked-${width}`);
        await clean(page);
      }, { width });
      await visit('jana', '/', async (page) => {
        assert.equal(new URL(page.url()).pathname, '/releases');
        await shot(page, `app-release-desk-${width}`);
        await clean(page);
        await page.getByRole('main').getByRole('link', { name: /Amira Haddad/ }).click();
        await shot(page, `app-release-answer-${width}`);
        await clean(page);
        await page.getByRole('button', { name: 'Release what is ticked' }).click();
        await page.getByText('Answered. Whoever asked and the person read it.').waitFor();
      }, { width });
      await visit('piet', paths.amira, async (page) => {
        assert.match(await page.innerText('main'), /Released to you for a time: Assessment of needs[^]*Worked in a nursery/);
        await shot(page, `app-release-read-${width}`);
        await clean(page);
      }, { width });
      await visit('amira', '/my-data', async (page) => {
        assert.match(await page.innerText('section[aria-labelledby=released]'), /Piet de Wit[^]*To choose a course/);
        await shot(page, `app-release-mine-${width}`);
        await clean(page);
      }, { width, lang: 'ar' });
      await visit('jana', paths.amira, async (page) => {
        await shot(page, `app-release-client-${width}`);
        await page.getByRole('main').getByRole('link', { name: 'Assessment of needs' }).click();
        await page.getByLabel('Why it ends').fill('The course is chosen.');
        await page.getByRole('button', { name: 'End it', exact: true }).click();
        await page.getByText('It has ended.').first().waitFor();
        await shot(page, `app-release-ended-${width}`);
        await clean(page);
      }, { width });
      assert.doesNotMatch(await (await asked(paths.amira, 'piet')).text(), /Worked in a nursery/);
    });
  }

  for (const width of [390, 1280]) {
    test(`puts somebody into a case team and takes them out, ${width} px wide`, async () => {
      await visit('jana', paths.bruno, async (page) => {
        await page.locator('section[aria-labelledby=team]').getByRole('link', { name: 'Change' }).click();
        await page.getByLabel('Who?').selectOption({ label: await page.locator('#member option', { hasText: 'Piet de Wit' }).innerText() });
        await page.getByLabel('What is their part?').fill('Debt advice');
        await shot(page, `app-team-put-${width}`);
        await clean(page);
        await page.getByRole('button', { name: 'Put into the team' }).click();
        await page.getByText('They are put into the team.').waitFor();
        await shot(page, `app-team-${width}`);
        await clean(page);
        await page.goto(url(paths.bruno));
        assert.match(await page.innerText('section[aria-labelledby=team]'), /Piet de Wit[^]*Debt advice/);
        await shot(page, `app-team-client-${width}`);
        await clean(page);
      }, { width });
      await visit('piet', '/case-teams', async (page) => {
        await shot(page, `app-team-mine-${width}`);
        await clean(page);
        await page.getByRole('main').getByRole('link', { name: /Bruno/ }).click();
        assert.match(await page.innerText('h1'), /Bruno/);
        await shot(page, `app-team-member-${width}`);
      }, { width });
      await visit('jana', `${paths.bruno}/team`, async (page) => {
        await page.getByRole('button', { name: /Take out/ }).click();
        await page.getByText('They no longer sit in the team.').waitFor();
        await clean(page);
      }, { width, javaScript: false });
      assert.doesNotMatch(await (await asked('/case-teams', 'piet')).text(), /Bruno/);
    });
  }

  // Journey J10, the half of requests: from the officer's desk to the copy that is handed over in four clicks and two minutes.
  const COPY = {
    ar: { kind: 'نسخة من كل شيء', make: 'أعدّ النسخة', done: 'سُلّمت: أغلق الطلب', told: 'أُرسل الرد', another: '[شخص آخر]', looked: 'من اطّلع' },
    de: { kind: 'Eine Kopie von allem', make: 'Kopie erstellen', done: 'Sie ist übergeben: Anliegen abschließen', told: 'Beantwortet.', another: '[eine andere Person]', looked: 'Wer nachgesehen hat' },
    en: { kind: 'A copy of everything', make: 'Make the copy', done: 'It is handed over: close the request', told: 'Answered.', another: '[another person]', looked: 'Who looked' },
  };
  for (const [lang, width] of [['ar', 390], ['en', 1280], ['en', 390], ['ar', 1280], ['de', 390], ['de', 1280]]) {
    test(`is handed a copy of everything in four clicks (${lang}, ${width} px)`, async () => {
      const words = COPY[lang];
      const speak = (who, language) => fetch(url('/language'), {
        method: 'POST', redirect: 'manual', body: `language=${language}&back=/`,
        headers: { cookie: `${cookies[who][0].name}=${cookies[who][0].value}`, origin: program.origin, 'content-type': 'application/x-www-form-urlencoded' },
      });
      await speak('oskar', lang);
      // Who they are was shown lately: else a copy asks for it again.
      const headers = { cookie: `${cookies.amira[0].name}=${cookies.amira[0].value}`, origin: program.origin };
      // What somebody wrote about her names another person.
      const body = new URLSearchParams({ kind: 'copy', says: 'Also what was written when I came with Bruno Kertesz.' });
      await fetch(url('/my-data/requests'), { method: 'POST', headers, redirect: 'manual', body });
      await visit('oskar', '/oversight', async (page) => {
        let clicks = 0;
        const began = Date.now();
        const click = async (what) => {
          clicks += 1;
          await what.click();
        };
        await click(page.locator('main a[href="/requests"]'));
        await click(page.locator('main .tl-result a', { hasText: words.kind }).first());
        await click(page.locator('main a', { hasText: words.make }));
        const copy = await page.innerText('main');
        assert.match(copy, /Haddad/);
        assert.ok(copy.includes(words.another) && copy.includes(words.looked) && !copy.includes('Kertesz'), copy.slice(0, 3000));
        await shot(page, `app-j10-copy-${width}-${lang}`);
        await clean(page);
        await click(page.getByRole('button', { name: words.done }));
        await page.getByText(words.told).first().waitFor();
        assert.ok(clicks <= 4 && Date.now() - began <= 120_000, `${clicks} clicks, ${Date.now() - began} ms`);
        // The clock has stopped.
        assert.equal(await page.locator('main .tl-result a', { hasText: words.kind }).count(), 0);
        await clean(page);
      }, { width, lang, cookies: await program.as('oskar') });
      await speak('oskar', 'en');
    });
  }

  // Journey J7: at most five taps and 45 seconds, in every language, on a phone and on a screen.
  const WORDS = {
    ar: { mine: 'بياناتي', piet: 'Piet de Wit', stop: 'إيقاف المشاركة', sure: 'نعم، أوقف المشاركة', off: 'لم تعد تتم مشاركته', yes: 'نعم، شارك' },
    de: { mine: 'Meine Daten', piet: 'Piet de Wit', stop: 'Nicht mehr weitergeben', sure: 'Ja, nicht mehr weitergeben', off: 'ab diesem Augenblick nicht mehr weitergegeben', yes: 'Ja, weitergeben' },
    en: { mine: 'My data', piet: 'Piet de Wit', stop: 'Stop sharing', sure: 'Yes, stop sharing', off: 'It is no longer shared', yes: 'Yes, share' },
  };
  for (const [lang, width] of Object.keys(WORDS).flatMap((lang) => [[lang, 390], [lang, 1280]])) {
    test(`sees who read and stops one sharing in five taps (${lang}, ${width} px)`, async () => {
      const words = WORDS[lang];
      const headers = { cookie: `${cookies.amira[0].name}=${cookies.amira[0].value}`, origin: program.origin, 'content-type': 'application/x-www-form-urlencoded' };
      await fetch(url('/language'), { method: 'POST', headers, body: `language=${lang}&back=/`, redirect: 'manual' });
      await asked(paths.amira, 'piet');
      assert.match(await (await asked(paths.amira, 'ines')).text(), /Deposit lent for a flat/);
      await visit('amira', '/', async (page) => {
        let taps = 0;
        const began = Date.now();
        const tap = async (what) => {
          taps += 1;
          await what.click();
        };
        const places = page.locator('.tl-nav a:visible', { hasText: words.mine });
        await tap(places.first());
        const read = await page.innerText('section[aria-labelledby=read]');
        assert.match(read, new RegExp(words.piet));
        await shot(page, `app-j7-my-data-${width}-${lang}`);
        await tap(page.locator('a[href*="kind=housing&shares=no"]', { hasText: words.stop }));
        await tap(page.getByRole('button', { name: words.sure }));
        await page.getByText(words.off).first().waitFor();
        assert.ok(taps <= 5 && Date.now() - began <= 45_000, `${taps} taps, ${Date.now() - began} ms`);
        await shot(page, `app-j7-stopped-${width}-${lang}`);
        await clean(page);
      }, { width, lang });
      // The very next look of the organisation is refused in words, and the counsellor is told on her way in.
      await visit('ines', paths.amira, async (page) => {
        const main = await page.innerText('main');
        assert.doesNotMatch(main, /Deposit lent/);
        assert.match(main, /The person no longer shares “Housing” with your organisation, since 23 November 2026/);
        await shot(page, `app-j7-refused-${width}`);
        await clean(page);
      }, { width });
      await visit('jana', '/', async (page) => {
        assert.equal(new URL(page.url()).pathname, '/notices');
        assert.match(await page.innerText('main'), /Amira Haddad[^]*“Housing” is no longer shared with Training NGO/);
        await shot(page, `app-j7-notice-${width}`);
        await clean(page);
        await page.getByRole('button', { name: /I have read it/ }).click();
        await page.getByText('Marked as read.').waitFor();
      }, { width });
      await visit('amira', '/my-data', async (page) => {
        await page.locator('a[href*="kind=housing&shares=yes"]').click();
        await page.getByRole('button', { name: words.yes }).click();
        await page.locator('[role=status]').waitFor();
      }, { width, lang });
      assert.match(await (await asked(paths.amira, 'ines')).text(), /Deposit lent for a flat/);
      await visit('jana', '/notices', async (page) => page.getByRole('button', { name: /I have read it/ }).click());
      await fetch(url('/language'), { method: 'POST', headers, body: 'language=ar&back=/', redirect: 'manual' });
    });
  }

  test('gets the same answer for a file that is not hers and for one that does not exist', async () => {
    const forbidden = await asked(paths.ilona, 'amira');
    const unknown = await asked(paths.ilona.replace(/.{6}$/, '000000'), 'amira');
    assert.equal(forbidden.status, 404);
    assert.equal(unknown.status, forbidden.status);
    // The menu of languages leads back to the address that was asked for; nothing else may differ.
    const plain = async (answer) => (await answer.text()).replace(/\/clients\/\w+/g, '/clients/…');
    assert.equal(await plain(unknown), await plain(forbidden));
    const kept = (answer) => [...answer.headers].filter(([name]) => !['date', 'content-length'].includes(name));
    assert.deepEqual(kept(unknown), kept(forbidden));
  });
});

describe('the keyboard', () => {
  test('reaches the skip link first and the search with a slash', () =>
    visit('jana', paths.amira, async (page) => {
      await page.keyboard.press('Tab');
      assert.deepEqual(await page.evaluate(() => [document.activeElement.className, document.activeElement.hash]), ['govuk-skip-link', '#main']);
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
      await page.keyboard.press('/');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'bar-q');
      await page.keyboard.type('a/b');
      assert.equal(await page.inputValue('#bar-q'), 'a/b');
    }));
});
