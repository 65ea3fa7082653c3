import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER_WAITS } from '../limits';
import { browserEnvironment, browserFiles } from './browser-files';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = async (): Promise<Browser> => {
  const folder = await browserFiles();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    env: browserEnvironment(folder),
    args: FLAGS,
    headless: true,
    timeout: BROWSER_WAITS,
  });
};

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };
