import { randomBytes } from 'node:crypto';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, inject } from 'vitest';
import { refusal } from '../../functions/platform/mail/ses';
import { dynamoClient } from '../../functions/platform/store/client';
import { Db } from '../../functions/platform/store/db';
import type { Cost } from '../../functions/platform/store/sender';
import type { Settings } from '../../functions/platform/world/settings';
import { type LogEntry, MailRefused, type Probed, type World } from '../../functions/platform/world/world';
import { tables } from '../../functions/tables';
import { localAws } from '../../infra/local/parts/part';
import { createTables } from '../../infra/local/parts/tables';
import { linksFor } from '../../web/links';
import { refuseAsAws } from './as-aws';
import { isBuilt } from './built/is-built';
import { type Services, startServices } from './built/services';

export const testSettings: Settings = {
  publicOrigin: 'https://nhipcau.test',
  tablePrefix: '',
  filesBucket: 'files',
  secrets: { person: 'p'.repeat(40), token: 't'.repeat(40) },
  mail: { from: 'Sở Tư pháp <stp@nhipcau.test>', perSecond: 1_000 },
  department: {
    name: 'Sở Tư pháp tỉnh Kiên Giang',
    parent: 'UBND TỈNH KIÊN GIANG',
    place: 'Kiên Giang',
    code: 'STP',
  },
  help: { name: 'Phòng Phổ biến, giáo dục pháp luật', phone: '02973812345', email: 'pbgdpl@nhipcau.test' },
  legalBasis: 'Căn cứ khác (mẫu)',
  linkDays: 30,
  sampleData: false,
  rateLimits: false,
};

export interface SentMail {
  raw: string;
  from: string;
  to: string;
  tags: Record<string, string>;
}

export interface TestWorld extends World {
  /** The clock of this world: set it, or move it on. */
  clock: { at: number; forward(ms: number): void };
  /** The files, by their keys. */
  kept: Map<string, Uint8Array>;
  sent: SentMail[];
  costs: Cost[];
  logs: LogEntry[];
  /** The endpoint of a database that stands before the run's own (`built/between.ts`). */
  database?: string | undefined;
  /** Its files and mails for built functions, in the run that has them (`vitest.built.config.ts`). */
  services?: Services;
  /** What other sites say of their pages, by address; all others do not answer. */
  probes: Map<string, Probed>;
  /** What the mail service says next; `undefined` accepts. */
  mailSays: { next?: 'refuse' | 'throttle' | 'lose' | 'outage' };
}

/** 2026-11-16T02:00Z, a Monday morning in Vietnam. */
export const MONDAY = Date.UTC(2026, 10, 16, 2);

/** A world on tables of its own, made before the file's tests and removed after them. */
export const useWorld = (overrides: Partial<Settings> = {}): TestWorld => {
  const prefix = `t${randomBytes(5).toString('hex')}-`;
  const clock = {
    at: MONDAY,
    forward(ms: number) {
      this.at += ms;
    },
  };
  const kept = new Map<string, Uint8Array>();
  const sent: SentMail[] = [];
  const costs: Cost[] = [];
  const logs: LogEntry[] = [];
  const mailSays: TestWorld['mailSays'] = {};
  const probes: TestWorld['probes'] = new Map();
  const world = {
    clock,
    kept,
    sent,
    costs,
    logs,
    mailSays,
    probes,
    now: () => clock.at,
    settings: { ...testSettings, tablePrefix: prefix, ...overrides },
    files: {
      put: async (key: string, body: Uint8Array) => void kept.set(key, body),
      get: async (key: string) => kept.get(key),
      delete: async (key: string) => void kept.delete(key),
      uploadUrl: async (key: string) => `https://files.test/${key}`,
      uploadForm: async (key: string, { next }: { next: string }) => ({
        url: 'https://files.test/',
        fields: { key, success_action_redirect: next },
      }),
      begin: async (key: string, bytes: number) => {
        const found = kept.get(key);
        return found && { bytes: found.slice(0, bytes), size: found.length };
      },
      copy: async (from: string, to: string) => void kept.set(to, kept.get(from)!),
      downloadUrl: async (key: string, { name }: { name: string }) =>
        `https://files.test/${key}?name=${name}`,
    },
    mail: {
      send: async (m: { raw: Uint8Array; from: string; to: string; tags: Record<string, string> }) => {
        const says = mailSays.next;
        if (says === 'refuse') throw new MailRefused('MessageRejected', false);
        if (says === 'throttle') throw new MailRefused('Throttling', true);
        if (says === 'outage') {
          const error = Object.assign(new Error('unavailable'), {
            name: 'ServiceUnavailable',
            $metadata: { httpStatusCode: 503 },
          });
          throw refusal(error) ?? error;
        }
        sent.push({ ...m, raw: Buffer.from(m.raw).toString('utf8') });
        if (says === 'lose') throw new Error('socket hang up');
        return `ses-${sent.length}`;
      },
    },
    web: {
      probe: async (url: string) => probes.get(url) ?? { found: false, reason: 'no-answer' },
    },
    // Abilities that are called without a request: their person has just signed in.
    authenticatedAt: Number.MAX_SAFE_INTEGER,
    links: linksFor(testSettings.publicOrigin),
    log: (entry: LogEntry) => void logs.push(entry),
  } as unknown as TestWorld;
  beforeAll(async () => {
    const endpoint = inject('dynamo');
    await createTables(endpoint, prefix);
    const client = refuseAsAws(dynamoClient({ endpoint, ...localAws }), prefix);
    Object.assign(world, {
      db: new Db({ client, prefix, actor: 'test', onCost: (cost: Cost) => costs.push(cost) }),
      ...(isBuilt && { services: await startServices(world) }),
    });
  });
  afterAll(async () => {
    await world.services?.stop();
    const client = dynamoClient({ endpoint: inject('dynamo'), ...localAws });
    for (const spec of tables) await client.send(new DeleteTableCommand({ TableName: prefix + spec.name }));
    client.destroy();
  });
  return world;
};
