// Maps physical declarations (left, right) of expanded CSS to logical ones (start, end), so that one
// style sheet serves both reading directions. Works line by line on what Sass prints.

const EDGE = { left: 'inline-start', right: 'inline-end' };

const RULES = [
  [/^(\s*)(margin|padding)-(left|right):/, (_, s, p, e) => `${s}${p}-${EDGE[e]}:`],
  [/^(\s*)border-(left|right)(-\w+)?:/, (_, s, e, rest = '') => `${s}border-${EDGE[e]}${rest}:`],
  [/^(\s*)(left|right):/, (_, s, e) => `${s}inset-${EDGE[e]}:`],
  [/^(\s*)text-align: (left|right);/, (_, s, e) => `${s}text-align: ${e === 'left' ? 'start' : 'end'};`],
  [/^(\s*)(float|clear): (left|right);/, (_, s, p, e) => `${s}${p}: ${EDGE[e]};`],
  // top right bottom left: only worth splitting when the two sides differ
  [/^(\s*)(margin|padding|border-width): (\S+) (\S+) (\S+) (\S+);/, splitSides],
];

function splitSides(line, space, property, top, right, bottom, left) {
  if (right === left) return line;
  const name = (axis) => (property === 'border-width' ? `border-${axis}-width` : `${property}-${axis}`);
  return `${space}${name('block')}: ${top} ${bottom};\n${space}${name('inline')}: ${left} ${right};`;
}

export function toLogical(css) {
  return css
    .split('\n')
    .map((line) => RULES.reduce((text, [pattern, change]) => text.replace(pattern, change), line))
    .join('\n');
}
