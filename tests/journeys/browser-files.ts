import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * The packaged browser, unpacked. The package unpacks straight into the one folder for temporary files,
 * where a second process starts the half-written file and one that was killed leaves it broken for ever.
 * So it is unpacked beside its place and moved there whole, once for each version.
 * @returns its folder
 */
export const browserFiles = (): Promise<string> => {
  ready ??= unpacked();
  return ready;
};
let ready: Promise<string> | undefined;

const unpacked = async (): Promise<string> => {
  const { version } = JSON.parse(
    await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8'),
  ) as {
    version: string;
  };
  const cache = join(modules, '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const unpacking = await mkdtemp(`${folder}.`);
  try {
    await unpack(unpacking);
    const fonts = join(unpacking, 'fonts/fonts.conf');
    await writeFile(fonts, (await readFile(fonts, 'utf8')).replaceAll('/tmp/', `${folder}/`));
    await rename(unpacking, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(folder)) throw error; // else another process was first
    });
  } finally {
    await rm(unpacking, { recursive: true, force: true });
  }
  return folder;
};

/**
 * In a process of its own, since the package asks the environment where to unpack; the libraries for a
 * bare machine are unpacked only under this name of a runtime.
 */
const unpack = (folder: string) =>
  promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      "import packaged from '@sparticuz/chromium'; await packaged.executablePath();",
    ],
    {
      cwd: dirname(modules),
      env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    },
  );

/** What the browser needs to find its libraries and fonts there. */
export const browserEnvironment = (folder: string): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  FONTCONFIG_PATH: join(folder, 'fonts'),
});

/** Once before all journeys, so that their workers find it done. */
export default async (): Promise<void> => {
  await browserFiles();
};
