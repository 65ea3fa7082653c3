import { routes } from '../../web/routes';
import { SIGN_IN } from '../demo/accounts';
import { DirectoryInUse } from './lock';
import { BadOptions, readOptions } from './options';
import { PortTaken } from './parts/ports';
import { OldData, Stopped, type System, startSystem } from './system';

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
  running = startSystem({ ...options, signal: starting.signal });
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
