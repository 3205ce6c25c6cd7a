// Keeps what is typed at the server every few seconds and when a field is left. Nothing is kept in the browser.

const PAUSE = 3000;

function keepDrafts(form) {
  const state = form.querySelector('[data-draft-state]');
  let waiting;
  let changed = false;
  let sending = Promise.resolve();
  const say = (text, lost) => {
    state.textContent = text;
    state.classList.toggle('tl-alert', lost);
    state.classList.toggle('tl-alert--warn', lost);
  };
  const keep = async () => {
    clearTimeout(waiting);
    if (!changed || form.dataset.sent) return;
    changed = false;
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.dataset.draft, { method: 'POST', body, headers: { 'x-fragment': '1' } });
      if (!answer.ok || answer.redirected) {
        // Trying again would not help: the text stays in its field until the next key.
        changed = true;
        return say(form.dataset.draftRefused, true);
      }
      say(new DOMParser().parseFromString(await answer.text(), 'text/html').body.textContent.trim(), false);
    } catch {
      // The text stays in its field; the next key, or the line coming back, tries again.
      changed = true;
      say(form.dataset.draftLost, true);
      waiting = setTimeout(soon, PAUSE);
    }
  };
  const soon = () => { sending = sending.then(keep); };
  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(soon, PAUSE);
  });
  form.addEventListener('focusout', () => {
    // A press that sends a form, this one or the one that throws the draft away, comes first.
    clearTimeout(waiting);
    if (changed) waiting = setTimeout(soon, 300);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector('[data-save]'));
  });
  document.addEventListener('submit', ({ target }) => {
    if (target !== form && !target.matches('[data-draft-end]')) return;
    clearTimeout(waiting);
    changed = false;
  });
  window.addEventListener('online', soon);
  window.addEventListener('beforeunload', (event) => { if (changed) event.preventDefault(); });
}

document.querySelectorAll('form[data-draft]').forEach(keepDrafts);
