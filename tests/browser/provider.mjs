// A provider of single sign-on, as a process of its own: oidc-provider, which is certified for OpenID Connect. Any name comes in with
// any password; some names make what it says of them untrue, signed with its own key all the same.
//
//   node provider.mjs PORT WHERE-TO-COME-BACK
//
// A line on its input says what everybody shows from then on (RFC 8176): `pwd`, `pwd mfa`; `remembers`, that it asked nobody since two hours.
import { exportJWK, generateKeyPair, SignJWT, decodeJwt } from 'jose';
import Provider from 'oidc-provider';
import { createInterface } from 'node:readline';

const [port, back] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const key = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
let shown = ['pwd'];
let remembers = false;
createInterface({ input: process.stdin }).on('line', (line) => {
  remembers = line === 'remembers';
  if (!remembers) shown = line.split(' ');
});
const now = () => Math.floor(Date.now() / 1000);

// What is untrue of whom.
const UNTRUE = {
  'another-browser': () => ({ nonce: 'of another browser' }),
  'another-program': () => ({ aud: 'another-program' }),
  'long-ago': () => ({ iat: now() - 7200, exp: now() - 3600 }),
  'another-provider': () => ({ iss: 'https://elsewhere.example' }),
};

const provider = new Provider(issuer, {
  clients: [{ client_id: 'throughline', client_secret: 'a secret of two', redirect_uris: [back], response_types: ['code'], grant_types: ['authorization_code'] }],
  jwks: { keys: [key] },
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ['for this run'] },
  // `somebody:administrator` is called like the administrator, and is somebody else.
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: sub.split(':').at(-1) }) }),
});

provider.use(async (context, next) => {
  await next();
  if (context.oidc?.route !== 'token' || !context.body?.id_token) return;
  const claims = { ...decodeJwt(context.body.id_token), amr: shown, ...(remembers && { auth_time: now() - 7200 }) };
  const strange = claims.sub === 'another-key' ? (await generateKeyPair('RS256')).privateKey : undefined;
  const signed = new SignJWT({ ...claims, ...UNTRUE[claims.sub]?.() }).setProtectedHeader({ alg: 'RS256', kid: 'one' });
  context.body.id_token = await signed.sign(strange ?? privateKey);
});

provider.listen(Number(port), '127.0.0.1', () => console.log(`Ready on ${issuer}`));
