// The program itself, played before the tests: the demo on a free port with data of its own, and a way in for each role.
//
//   const program = await start({ people: 300 });
//   const page = await open(`${program.origin}/find`, { cookies: await program.as('jana') });
//   await program.stop();
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY = /Ready in .*?(http:\/\/127\.0\.0\.1:\d+)/;

function binary() {
  const places = [process.env.THROUGHLINE_BIN, join(ROOT, 'target/debug/throughline'), join(ROOT, 'target/release/throughline')];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error('No program to test: cargo build -p throughline, or name one in THROUGHLINE_BIN.');
  return found;
}

/** Serves an installation of its own, empty but for its first administrator, on a port: `{ origin, stop }`. */
export async function serve(data, port, options = []) {
  const child = spawn(binary(), ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise((found, lost) => {
    let said = '';
    const listen = (piece) => {
      said += piece;
      if (said.includes('Serving on')) found();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => lost(new Error(`it ended with ${code}; it said:\n${said}`)));
  });
  const ended = new Promise((done) => child.once('close', done));
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
  };
  return { origin: `http://localhost:${port}`, stop };
}

/** Starts the demo with `people` invented people and answers when it is ready: `{ origin, data, as, crash, stop }`. */
export async function start({ people = 300, within = 90_000 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-browser-'));
  const data = join(folder, 'demo');
  let stopping = false;
  let child;
  let ended;
  const begin = (port) => {
    child = spawn(binary(), ['demo', '--data', data, '--people', String(people), '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => { said = `${said}${piece}`.slice(-4_000); });
    ended = new Promise((done) => child.once('close', (code, signal) => {
      if (!stopping) console.error(`the program ended by itself with ${code ?? signal}; the last it said:\n${said}`);
      done();
    }));
    return ready(child, within);
  };
  const stop = async () => {
    stopping = true;
    child.kill('SIGINT');
    const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(hard);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const origin = await begin(0);
    // Killed without a warning, as by a power cut, and started again on the same data and port.
    const crash = async () => {
      stopping = true;
      child.kill('SIGKILL');
      await ended;
      stopping = false;
      return begin(new URL(origin).port);
    };
    return { origin, data, stop, crash, as: (who) => as(origin, who) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ready(child, within) {
  return new Promise((found, lost) => {
    let said = '';
    const late = setTimeout(() => lost(new Error(`not ready within ${within} ms; it said:\n${said}`)), within);
    const listen = (piece) => {
      said += piece;
      const origin = READY.exec(said)?.[1];
      if (!origin) return;
      clearTimeout(late);
      found(origin);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', lost);
    child.once('close', (code) => lost(new Error(`it ended with ${code}; it said:\n${said}`)));
  });
}

/** The cookie of somebody who has come in by their link: `jana`, `sofia` … */
async function as(origin, who) {
  const came = await fetch(`${origin}/enter/${who}`, { redirect: 'manual' });
  const [name, value] = (came.headers.get('set-cookie') ?? '').split(';')[0].split('=');
  if (!value) throw new Error(`${who} could not come in: ${came.status}`);
  return [{ name, value }];
}
