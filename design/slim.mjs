// Takes out of the package's CSS what our own sheet says once for all: print sizes, the font list at every
// rule, fixed colours behind each variable, prefixes of browsers long gone. Ties its type sizes to ours.

const SIZES = {
  '1rem': '--tl-small',
  '1.1875rem': '--tl-body',
  '1.3125rem': '--tl-h3',
  '1.5rem': '--tl-h3',
  '1.6875rem': '--tl-h2',
  '2.25rem': '--tl-h2',
  '2rem': '--tl-h1',
  '3rem': '--tl-h1',
};

export function slimPackage(css) {
  return css
    .replace(/^:root \{\n(?:  --govuk.*\n)+\}\n/gm, '')
    .replace(/^@media print \{\n(?:(?: .*)?\n)*?\}\n/gm, '')
    .replace(/font-family: system-ui[^;]*;/g, 'font-family: var(--tl-font);')
    .replace(/^\s*(?:-webkit-font-smoothing|-moz-osx-font-smoothing|-webkit-text-decoration-skip\S*|-moz-\S+|-webkit-clip-path): .*\n/gm, '')
    .replace(/var\((--govuk-[\w-]+), #\w+\)/g, 'var($1)')
    .replace(/font-size: ([\d.]+rem);/g, (all, size) => (SIZES[size] ? `font-size: var(${SIZES[size]});` : all))
    .replace(/height: 2\.5rem;/g, 'height: var(--tl-control);');
}
