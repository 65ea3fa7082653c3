import { OldData, Stopped } from './cannot-start';
import { listen } from './listen';
import { DirectoryInUse } from './lock';
import { BadOptions, readOptions } from './options';
import { PortTaken } from './parts/ports';
import type { System } from './system';

const say = (text: string) => process.stdout.write(`${text}\n`);
const fail = (text: string): never => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

const main = async () => {
  const options = readOptions(process.env);
  // Before anything runs: a database that was started must not outlive an aborted start.
  const starting = new AbortController();
  let running: Promise<System> | undefined;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('Đang dừng…');
    // A part that hangs is not waited for: the data is safe at every moment.
    setTimeout(() => process.exit(1), 30_000).unref();
    starting.abort(new Stopped());
    await running?.then(
      (system) => system.stop(),
      () => {},
    );
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const loading = 'Đang nạp chương trình (loading the program)…';
  const serving = await listen(options.port, options.host);
  serving.say(loading);
  say(`Nhịp Cầu đang khởi động tại http://localhost:${serving.port}\n${loading}`);
  // The rest takes seconds to load: a person who opens the page meanwhile gets an answer.
  const [{ startSystem }, { routes }, { SIGN_IN }] = await Promise.all([
    import('./system'),
    import('../../web/routes'),
    import('../demo/accounts'),
  ]);
  starting.signal.throwIfAborted();
  running = startSystem({ ...options, signal: starting.signal, serving, say });
  const system = await running;
  const rows = [
    ['Trang công khai (site)', system.origin],
    ['Bàn làm việc (console)', `${system.origin}${routes.console()}`],
    ['  đăng nhập bằng (sign in as)', `${SIGN_IN}; mã nằm trong hộp thư (the code is in the inbox)`],
    ['Hộp thư (inbox)', system.inbox],
    ['Tài liệu API (reference)', `${system.origin}/api/docs`],
    ['  mã truy cập (bearer token)', system.apiToken],
    ['Nhật ký (log)', system.logFile],
  ];
  say('\nNhịp Cầu đang chạy. Nhấn Ctrl+C để dừng.\n');
  for (const [name, where] of rows) say(`  ${name!.padEnd(32)}${where}`);
  say('');
};

try {
  await main();
} catch (error) {
  if (error instanceof Stopped) await new Promise(() => {}); // the running stop ends the process
  const known = [BadOptions, PortTaken, DirectoryInUse, OldData].some((kind) => error instanceof kind);
  if (known) fail((error as Error).message);
  throw error;
}
