// A static file server on the loopback for the style guide, with the same strict policy as the application.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KINDS = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Serves `crates/web/assets` on a free port; `{ origin, close }`. `answers` maps a path to HTML. */
export async function serve(answers = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    response.setHeader('content-security-policy', POLICY);
    if (answers[path]) return response.setHeader('content-type', KINDS['.html']).end(answers[path]);
    const open = path.startsWith('/crates/web/assets/') && KINDS[extname(path)];
    const text = open && (await readFile(join(ROOT, path)).catch(() => null));
    if (!text) return response.writeHead(404).end();
    response.setHeader('content-type', KINDS[extname(path)]).end(text);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => { server.close(); server.closeAllConnections(); } };
}
