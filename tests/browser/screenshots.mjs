// The pictures of the README: node screenshots.mjs   (needs the program, see program.mjs; writes ../../docs/images)
//
// The demo's people, dates and decisions are the same on every machine, so the pictures change only when the pages do.
import { mkdirSync } from 'node:fs';
import { clean, withBrowser } from './look.mjs';
import { start } from './program.mjs';

const IMAGES = new URL('../../docs/images/', import.meta.url);
const PICTURES = [
  { name: 'client', who: 'jana', from: '/find?q=amira+haddad', open: '.tl-result__name a' },
  { name: 'find', who: 'jana', from: '/find?q=lakatosh+ilonna' },
  { name: 'match', who: 'sofia', from: '/matches', open: '.tl-result__name a' },
];

const program = await start({ people: 300 });
try {
  mkdirSync(IMAGES, { recursive: true });
  await withBrowser(async ({ open }) => {
    for (const { name, who, from, open: link } of PICTURES) {
      const page = await open(`${program.origin}${from}`, { cookies: await program.as(who), width: 1280, height: 900 });
      if (link) {
        await page.locator(link).first().click();
        await page.waitForLoadState('load');
      }
      await clean(page);
      await page.screenshot({ path: new URL(`${name}.png`, IMAGES).pathname });
      console.log(`docs/images/${name}.png`);
    }
  });
} finally {
  await program.stop();
}
