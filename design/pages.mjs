// Assembles the static pages: a source in src/pages is the inside of <main>, `<!-- part NAME -->` puts in
// src/parts/NAME.html, and src/shell.html is the frame around it.
import { readFileSync, readdirSync } from 'node:fs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

// The first line of a page: <!-- page title="..." nav="find" shell="plain" -->
function settings(source) {
  const [line, rest] = source.match(/^<!-- page ([^\n]*) -->\n/) ?? [];
  if (!line) throw new Error('a page source starts with <!-- page title="..." -->');
  return { ...Object.fromEntries([...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, k, v]) => [k, v])), body: source.slice(line.length) };
}

function withParts(text) {
  return text.replace(/^([ \t]*)<!-- part ([\w-]+) -->$/gm, (_, indent, name) =>
    withParts(read(`src/parts/${name}.html`)).trimEnd().replace(/^(?=.)/gm, indent));
}

function page(source, root) {
  const { title, nav = '', shell = 'shell', body } = settings(source);
  const text = withParts(read(`src/${shell}.html`))
    .replace('{{title}}', title)
    .replace('{{main}}', () => withParts(body).trimEnd().replace(/^(?=.)/gm, '    '))
    .replace(new RegExp(`data-nav="${nav || '-'}"`), 'aria-current="page"')
    .replace(/ data-nav="\w+"/g, '');
  return text.replaceAll('{{assets}}', `${root}crates/web/assets`).replaceAll('{{pages}}', root === '../' ? 'pages/' : '');
}

export function pages() {
  const names = readdirSync(new URL('src/pages/', import.meta.url)).sort();
  return [
    ['styleguide.html', page(read('src/styleguide.html'), '../')],
    ...names.map((name) => [`pages/${name}`, page(read(`src/pages/${name}`), '../../')]),
  ];
}
