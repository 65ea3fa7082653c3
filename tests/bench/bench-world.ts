import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { addUnit } from '../../functions/directory/units/add';
import { type Event, eventsTable } from '../../functions/events/event/event';
import { EventInput } from '../../functions/events/event/event-input';
import { createEvent } from '../../functions/events/scheduling/create';
import { publishEvent } from '../../functions/events/scheduling/publish';
import { dynamoClient } from '../../functions/platform/store/client';
import { Db } from '../../functions/platform/store/db';
import type { Cost } from '../../functions/platform/store/sender';
import { iso } from '../../functions/platform/time/dates';
import type { Settings } from '../../functions/platform/world/settings';
import type { World } from '../../functions/platform/world/world';
import { localAws } from '../../infra/local/parts/part';
import { createTables } from '../../infra/local/parts/tables';
import { linksFor } from '../../web/links';

export const ORIGIN = 'http://127.0.0.1';
/** Half past eight on a Monday in Vietnam; the bench's clock stands still. */
export const NOW = Date.UTC(2026, 10, 16, 1, 30);

export const settingsFor = (prefix: string): Settings => ({
  publicOrigin: ORIGIN,
  tablePrefix: prefix,
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
  sampleData: true,
  linkDays: 30,
  rateLimits: false,
});

/** A world over the embedded DynamoDB whose calls are counted; streams are off, as they slow it down. */
export const benchWorld = (
  endpoint: string,
  prefix: string,
  client: DynamoDBClient = dynamoClient({ endpoint, ...localAws }),
) => {
  const costs: Cost[] = [];
  const world: World = {
    db: new Db({ client, prefix, actor: 'bench' }),
    now: () => NOW,
    settings: settingsFor(prefix),
    files: {
      put: async () => {},
      get: async () => undefined,
      delete: async () => {},
      uploadUrl: async () => '',
      uploadForm: async () => ({ url: '', fields: {} }),
      begin: async () => undefined,
      copy: async () => {},
      downloadUrl: async () => '',
    },
    mail: { send: async () => 'not-sent' },
    web: { probe: async () => ({ found: false, reason: 'no-answer' }) },
    links: linksFor(ORIGIN),
    log: ({ level, ...entry }) => {
      if (level === 'error') console.error(entry);
    },
  };
  const metered: World = { ...world, db: world.db.metered((cost) => costs.push(cost)) };
  /** What the calls of one piece of work cost, by DynamoDB's own word. */
  const count = async (work: (world: World) => Promise<unknown>): Promise<Counted> => {
    costs.length = 0;
    await work(metered);
    return {
      calls: costs.length,
      read: costs.reduce((sum, c) => sum + c.read, 0),
      write: costs.reduce((sum, c) => sum + c.write, 0),
      which: costs.map((c) => `${c.call} ${c.table}`),
    };
  };
  return { world, metered, count };
};

export interface Counted {
  calls: number;
  read: number;
  write: number;
  which: string[];
}

export const UNIT = 'unt_bench';

/** Tables and a district. */
export const prepare = async (endpoint: string, world: World): Promise<void> => {
  await createTables(endpoint, world.settings.tablePrefix);
  await addUnit(
    world,
    { name: 'Kiên Giang', kind: 'province' },
    { id: 'unt_province', validFrom: '2000-01-01' },
  );
  await addUnit(
    world,
    { name: 'Gò Quao', kind: 'district', parentId: 'unt_province' },
    { id: UNIT, validFrom: '2000-01-01' },
  );
};

/** A published event that anybody may register for. */
export const openEvent = async (
  world: World,
  capacity: number,
  days = 10,
  admission: Event['admission'] = 'open',
): Promise<Event> => {
  const starts = NOW + days * 86_400_000;
  const draft = await createEvent(
    world,
    EventInput.parse({
      kind: 'training',
      admission,
      title: 'Bồi dưỡng kỹ năng hòa giải cho hòa giải viên huyện Gò Quao',
      titleEn: 'Mediation skills for the mediators of Gò Quao district',
      summary: 'Kiến thức pháp luật chung và **kỹ năng hòa giải**, có thảo luận tình huống. '.repeat(4),
      audience: 'Tổ trưởng, tổ phó và hòa giải viên các tổ hòa giải',
      sessions: [
        {
          startsAt: iso(starts),
          endsAt: iso(starts + 5_400_000),
          topic: 'Pháp luật về hòa giải ở cơ sở',
          speaker: 'Phòng Phổ biến, giáo dục pháp luật',
        },
        {
          startsAt: iso(starts + 6_300_000),
          endsAt: iso(starts + 12_600_000),
          topic: 'Kỹ năng hòa giải tranh chấp đất đai',
        },
      ],
      startsAt: iso(starts),
      endsAt: iso(starts + 12_600_000),
      venue: 'Hội trường UBND huyện Gò Quao',
      venueAddress: 'Thị trấn Gò Quao, huyện Gò Quao',
      placeUnitId: UNIT,
      contactName: 'Nguyễn Thị Ánh',
      contactPhone: '0297 3812 345',
      lunch: 'Có cơm trưa',
      bring: 'Giấy mời hoặc mã đăng ký',
      capacity,
    }),
  );
  await publishEvent(world, draft.id, { version: draft.version });
  return (await world.db.get(eventsTable, { pk: draft.id, sk: 'event' }))! as Event;
};

/** The nth person of the bench, told apart by phone. */
export const person = (n: number) => ({
  fullName: `Nguyễn Thị Bích Mẫu ${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${'aeiouy'[n % 6]}`,
  phone: `09${String(n).padStart(8, '0')}`,
  unitId: UNIT,
  teamName: 'Tổ hòa giải ấp Phước Hòa',
  teamRole: 'mediator' as const,
  position: 'Trưởng ấp',
  gender: 'female' as const,
  yearOfBirth: 1970,
  consent: true as const,
});
