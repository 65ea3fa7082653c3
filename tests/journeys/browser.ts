import { type Browser, chromium } from 'playwright-core';

/** The packaged browser finds its libraries on a bare machine only under this name. */
const executable = async (): Promise<string> => {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const packaged = (await import('@sparticuz/chromium')).default;
  return packaged.executablePath();
};

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

export const launch = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await executable(), args: FLAGS, headless: true });

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };
