// Builds crates/web/assets/throughline.css, and the static pages of the style guide for looking at.
//
//   node build.mjs           writes them
//   node build.mjs --check   fails when what is checked in is not what would be written
//
// The result is checked in: building the Rust program needs no Node.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { transform } from 'lightningcss';
import * as sass from 'sass';
import { toLogical } from './logical.mjs';
import { slimPackage } from './slim.mjs';
import { pages } from './pages.mjs';

const here = (path) => new URL(path, import.meta.url);
const CSS = '../crates/web/assets/throughline.css';
const LIMIT = { css: 80 * 1024, cssGzip: 12 * 1024, js: 6 * 1024 };
// Marks that belong to a government and a font that may not be used by others.
const FOREIGN_MARKS = /GDS Transport|crest|crown|govuk-icon|gov\.uk|govuk-header|govuk-footer/i;
const BANNER =
  '/* Throughline. Parts from govuk-frontend 6.6.0, MIT licence, Copyright (c) 2017 Crown Copyright (Government Digital Service). */\n';

const compiled = (file) =>
  sass.compile(here(file).pathname, { style: 'expanded', sourceMap: false, charset: false, quietDeps: true }).css;

function stylesheet() {
  const text = toLogical(slimPackage(compiled('scss/govuk.scss'))) + compiled('scss/throughline.scss');
  const { code } = transform({ filename: 'throughline.css', code: Buffer.from(text), minify: true, errorRecovery: true });
  return BANNER + code.toString() + '\n';
}

function gate(css, js) {
  const faults = [];
  const found = css.slice(BANNER.length).match(FOREIGN_MARKS);
  if (found) faults.push(`the style sheet names "${found[0]}", a mark that is not ours`);
  if (/url\(|@import|@font-face/.test(css)) faults.push('the style sheet loads something; it must stand alone');
  const physical = css.match(/[;{](?:margin|padding|border)-(?:left|right)[^;}]*|[;{](?:left|right):[^;}]*|text-align:(?:left|right)/);
  if (physical) faults.push(`"${physical[0].slice(1)}" does not turn with the reading direction`);
  const sizes = { css: Buffer.byteLength(css), cssGzip: gzipSync(css, { level: 9 }).length, js: js.length };
  for (const [name, limit] of Object.entries(LIMIT)) {
    if (sizes[name] > limit) faults.push(`${name} is ${sizes[name]} bytes, the limit is ${limit}`);
  }
  console.log(`css ${sizes.css} bytes, ${sizes.cssGzip} gzip; js ${sizes.js} bytes`);
  return faults;
}

const css = stylesheet();
const faults = gate(css, readFileSync(here('../crates/web/assets/throughline.js')));
const written = new Map([[CSS, css], ...pages()]);
const checking = process.argv.includes('--check');
if (!checking) mkdirSync(here('pages'), { recursive: true });
for (const [path, text] of written) {
  if (/\sstyle=|<style|\son[a-z]+="/.test(path.endsWith('.html') ? text : '')) faults.push(`${path} has an inline style or handler`);
  if (!checking) writeFileSync(here(path), text);
  else if (path === CSS && readFileSync(here(path), 'utf8') !== text) faults.push(`${path} is not what the build writes: run npm run build`);
}

for (const fault of faults) console.error(`design: ${fault}`);
process.exitCode = faults.length ? 1 : 0;
