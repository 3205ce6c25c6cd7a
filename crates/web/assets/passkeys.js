// Passkeys: asks the browser for one and sends what it says. Loaded only by pages that offer them; keeps nothing.

const able = () => Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials);

/** Sends JSON and reads JSON; when who they are is to be shown again first, goes there. */
async function send(path, what = {}) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(what) });
  if (answer.redirected) {
    location.assign(answer.url);
    return new Promise(() => {});
  }
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

const ways = {
  async enter() {
    const { token, options } = await send('/sign-in/passkey-options');
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const credential = await navigator.credentials.get({ publicKey });
    return send('/sign-in/passkey', { token, credential: credential.toJSON() });
  },
  async again(box) {
    const { token, options } = await send('/again/passkey-options');
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const credential = await navigator.credentials.get({ publicKey });
    return send('/again/passkey', { token, back: box.dataset.back, credential: credential.toJSON() });
  },
  async add(box) {
    const { token, options } = await send('/account/passkey-options');
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = await navigator.credentials.create({ publicKey });
    return send('/account/passkey', { token, name: box.querySelector('input')?.value ?? '', credential: credential.toJSON() });
  },
};

for (const box of document.querySelectorAll('[data-passkey]')) {
  if (!able()) continue;
  const failed = box.querySelector('[data-failed]');
  box.hidden = false;
  box.querySelector('button').addEventListener('click', async () => {
    failed.hidden = true;
    try {
      const { to } = await ways[box.dataset.passkey](box);
      location.assign(to);
    } catch {
      failed.hidden = false;
    }
  });
}
