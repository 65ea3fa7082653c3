import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../../infra/local/parts/ports';
import { routes } from '../../web/routes';
import { launch } from '../journeys/browser';
import { fill, send } from '../journeys/form';
import { type Row, row } from './rows';

const run = promisify(execFile);
const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const MOST_SECONDS = 60;

/** The README's first command, as it stands there. */
const firstCommand = async (clone: string): Promise<string> => {
  const found = /^npm ci && npm start$/m.exec(await readFile(join(clone, 'README.md'), 'utf8'));
  if (!found) throw new Error('The README has no command that starts the system.');
  return found[0];
};

const ready = async (origin: string, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error('It did not start in the fresh clone.');
    const answer = await fetch(`${origin}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const registerInBrowser = async (origin: string): Promise<string> => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(origin + routes.register('evt_mau_mo'));
    const person = {
      fullName: 'Trần Thị Mẫu Đầu',
      phone: '0900 555 900',
      districtId: 'unt_goquao',
      consent: 'on',
    };
    await fill(page, person);
    await send(page);
    return await page.locator('.ticket .code').innerText();
  } finally {
    await browser.close();
  }
};

/**
 * From `git clone` to a code on the screen: what a newcomer waits for. The last commit is cloned; packages
 * come through npm's own cache where it has them.
 */
export const cloneRows = async (): Promise<Row[]> => {
  await launch().then((browser) => browser.close()); // unpacked before the clock runs: a person has a browser
  const folder = await mkdtemp(join(tmpdir(), 'nhip-cau-clone-'));
  const clone = join(folder, 'nhip-cau');
  const [port, mailPort] = [await freePort(), await freePort()];
  const origin = `http://localhost:${port}`;
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  await run('git', ['clone', '--quiet', repository, clone]);
  const child = spawn('bash', ['-c', await firstCommand(clone)], {
    cwd: clone,
    env: { ...process.env, PORT: String(port), MAIL_PORT: String(mailPort) },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await ready(origin, child);
    const upAfter = seconds();
    const code = await registerInBrowser(origin);
    const all = seconds();
    return [
      row(
        'fresh clone to the first registration in a browser',
        `${MOST_SECONDS} s`,
        `${all.toFixed(1)} s (up after ${upAfter.toFixed(1)} s)`,
        /^\d{3} \d{3} \d{3}$/.test(code) && all <= MOST_SECONDS,
      ),
    ];
  } finally {
    process.kill(-child.pid!, 'SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
};
