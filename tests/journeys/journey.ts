import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type StartOptions, type System, startSystem } from '../../infra/local/system';
import { BROWSER_WAITS } from '../limits';
import { DESK, launch, PHONE } from './browser';
import { type Mail, mailsOf, signIn } from './sign-in';

/** A whole system with its demo data, and a browser before it. */
export interface Journey {
  readonly system: System;
  readonly browser: Browser;
  /** A fresh browser window: a person of their own. */
  person(options?: BrowserContextOptions): Promise<Page>;
  /** A window in which the demo's organizer is signed in, with the code read in the inbox. */
  organizer(email?: string): Promise<Page>;
  url(path: string): string;
  /** A call of the API in the organizer's name. */
  api<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
  mails(): Promise<Mail[]>;
  /** Waits until something holds, without sleeping longer than it takes. */
  until<T>(what: () => Promise<T | undefined | false>): Promise<T>;
}

/** @param options a clock that the test moves, where it does not take the real one */
export const useJourney = (options: Pick<StartOptions, 'now'> = {}): Journey => {
  let system: System;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startSystem({ temporary: true, seed: 'demo', rateLimits: false, ...options }),
      launch(),
    ]);
    // The first page loads the code of all.
    await fetch(system.origin);
  });
  afterAll(async () => {
    await Promise.all(contexts.map((c) => c.close()));
    await browser?.close();
    await system?.stop();
  });

  const url = (path: string) => system.origin + path;
  const person = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'vi-VN', viewport: PHONE, ...options });
    context.setDefaultTimeout(BROWSER_WAITS);
    contexts.push(context);
    return context.newPage();
  };
  const mails = () => mailsOf(system);
  const until = async <T>(what: () => Promise<T | undefined | false>): Promise<T> => {
    const kept: { found?: T | undefined | false } = {};
    const holds = async () => {
      kept.found = await what();
      return Boolean(kept.found);
    };
    await expect.poll(holds, { interval: 100 }).toBe(true);
    return kept.found as T;
  };
  return {
    get system() {
      return system;
    },
    get browser() {
      return browser;
    },
    url,
    person,
    mails,
    until,
    organizer: async (email = 'to-chuc@stp.example') => {
      const page = await person({ viewport: DESK });
      await signIn(page, system, email);
      return page;
    },
    api: async (method, path, body) => {
      const response = await fetch(url(`/api${path}`), {
        method,
        headers: {
          authorization: `Bearer ${system.apiToken}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return (text ? JSON.parse(text) : undefined) as never;
    },
  };
};

let axeSource: string | undefined;

/** What axe finds wrong on the page as it is. Nothing is left out. */
export const axe = async (page: Page): Promise<string[]> => {
  axeSource ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: {
          run(
            o: object,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      }
    ).axe.run({ resultTypes: ['violations'] });
    return violations.map(
      (v) =>
        `${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 160)} (${n.failureSummary.split('\n')[1]?.trim()})`).join(' | ')}`,
    );
  });
};
