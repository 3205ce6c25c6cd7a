// Comfort on top of pages that work without it. Keeps nothing about a client: no storage, no cookies.

const typing = (target) => target.closest('input, textarea, select, [contenteditable]') !== null;
const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;

// Shift+Esc hides the page from a curious look; any key, press or touch brings it back.
function blank() {
  const label = document.body.dataset.blank ?? 'Press any key to return';
  const cover = document.createElement('button');
  const before = document.activeElement;
  const title = document.title;
  const rest = [...document.body.children];
  cover.className = 'tl-blank';
  cover.textContent = label;
  const back = (event) => {
    event.preventDefault();
    event.stopPropagation();
    document.removeEventListener('keydown', back, true);
    cover.remove();
    rest.forEach((part) => part.removeAttribute('inert'));
    document.title = title;
    before?.focus();
  };
  rest.forEach((part) => part.setAttribute('inert', ''));
  document.title = label;
  document.body.append(cover);
  cover.addEventListener('click', back);
  document.addEventListener('keydown', back, true);
  cover.focus();
}

function keys(event) {
  if (event.key === 'Escape' && event.shiftKey) return blank();
  if (event.key === 'Escape') return closeMenus(null);
  if (event.defaultPrevented || event.repeat || !plain(event) || typing(event.target)) return;
  if (document.documentElement.dataset.keys === 'off') return;
  if (event.key === '/') {
    const search = document.querySelector('main [data-search]') ?? document.querySelector('[data-search]');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
    return;
  }
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (button && !button.disabled) {
    event.preventDefault();
    const folded = button.closest('details:not([open])');
    if (!folded) return button.click();
    // What cannot be seen is not sent: first it is shown.
    folded.open = true;
    folded.querySelector('select, input')?.focus();
  }
}

// Open menus close when the attention goes elsewhere; Escape gives the focus back to the summary.
function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.tl-menu[open]')) {
    if (except && menu.contains(except)) continue;
    if (!except && menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    menu.open = false;
  }
}

// A form is sent once. The pressed button stays enabled until the browser has taken its name and value.
function onceOnly(event) {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-busy', 'true');
}

// After going back in the history the form is fresh again.
function forget() {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  for (const button of document.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
}

// Type-ahead: the server answers a piece of HTML with the same rows as the page; its data-count is read out.
function suggest(field) {
  const list = document.getElementById(field.dataset.suggest);
  const status = document.getElementById(`${field.dataset.suggest}-status`);
  if (!list) return;
  let waiting;
  let asked;
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    // A field that stands for its whole form sends all of it, out of sight of the address bar.
    const form = field.dataset.whole === undefined ? null : new URLSearchParams(new FormData(field.form));
    const query = form ? [...form.values()].join('').trim() : field.value.trim();
    if (query.length < 2) {
      list.replaceChildren();
      if (status) status.textContent = '';
      return;
    }
    try {
      const from = field.dataset.from ?? '/find/suggest';
      const url = form ? from : `${from}?q=${encodeURIComponent(query)}`;
      const sent = form ? { method: 'POST', body: form } : {};
      const answer = await fetch(url, { ...sent, signal: asked.signal, headers: { 'x-fragment': '1' } });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      list.replaceChildren(...page.body.childNodes);
      if (status) status.textContent = list.querySelector('[data-count]')?.dataset.count ?? '';
    } catch {
      // Offline or overtaken by the next key: the plain form still answers.
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') move(event, list, null);
  });
  list.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event, list, field);
  });
}

function move(event, list, field) {
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement) + (event.key === 'ArrowUp' ? -1 : 1);
  const next = links[at] ?? (at < 0 ? field : null);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

document.addEventListener('keydown', keys);
document.addEventListener('submit', onceOnly);
document.addEventListener('click', (event) => closeMenus(event.target));
window.addEventListener('pageshow', forget);
document.querySelectorAll('[data-suggest]').forEach(suggest);
document.querySelector('[data-error-summary]')?.focus();
