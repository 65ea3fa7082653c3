import type { Hono } from 'hono';
import type { Role } from '../../../functions/directory/accounts/account';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { openSession } from '../../../functions/directory/sign-in/session';
import { addUnit } from '../../../functions/directory/units/add';
import { createNomination } from '../../../functions/events/nominations/create';
import { type Nomination, NominationInput } from '../../../functions/events/nominations/nomination';
import { nominationLink, readNomination } from '../../../functions/events/nominations/read';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { parse } from '../../../functions/platform/input/parse';
import { ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import type { PageEnv } from '../../../web/env';
import { site } from '../../../web/site/site';
import { assets } from '../../support/assets';
import type { TestWorld } from '../../support/world';
import { addEvent, onDay } from '../../web/public/scene';

const ORIGIN = 'https://nhipcau.test';

/** Districts with a commune each, and one apart. */
export const addDistricts = async (world: World): Promise<void> => {
  const since = { validFrom: '2021-01-01' };
  await addUnit(world, { name: 'Kiên Giang', kind: 'province' }, { id: 'unt_kg', ...since });
  for (const [id, name] of [
    ['unt_rachgia', 'Rạch Giá'],
    ['unt_goquao', 'Gò Quao'],
    ['unt_anminh', 'An Minh'],
  ] as const)
    await addUnit(world, { name, kind: 'district', parentId: 'unt_kg' }, { id, ...since });
  await addUnit(
    world,
    { name: 'Định An', kind: 'commune', parentId: 'unt_goquao' },
    { id: 'unt_dinhan', ...since },
  );
  await addUnit(
    world,
    { name: 'Đông Hòa', kind: 'commune', parentId: 'unt_anminh' },
    { id: 'unt_donghoa', ...since },
  );
};

/** A quota of Gò Quao's until five days from now, at 17:00. */
export const giveQuota = (world: World, eventId: string, input: Record<string, unknown> = {}) =>
  createNomination(
    world,
    eventId,
    parse(NominationInput, {
      unitId: 'unt_goquao',
      quota: 3,
      deadline: onDay(world, 5, '17:00'),
      contactName: 'Danh Mẫu',
      contactPhone: '0900 000 111',
      ...input,
    }),
  );

export const pathOfLink = (world: World, nomination: Nomination) =>
  new URL(nominationLink(world, nomination)).pathname;

/** An event by nomination with a quota of Gò Quao's. */
export const quotaScene = async (world: World, quota = 3, more: Record<string, unknown> = {}) => {
  const event = await addEvent(world, 10, { admission: 'nomination', capacity: 10, ...more });
  const { nomination } = await giveQuota(world, event.id, { quota });
  const path = pathOfLink(world, nomination);
  return { event, nomination, path, token: path.split('/').at(-1)! };
};

/** Two people whom an officer nominates. */
export const danh = { fullName: 'Danh Sóc Mẫu', phone: '0900 000 201', basis: 'paper' };
export const thi = { fullName: 'Thị Nga Mẫu', phone: '0900 000 202', basis: 'person' };

/** Acts at another time, then turns the clock back. */
export const atTime = async (world: TestWorld, time: string, act: () => Promise<void>) => {
  const before = world.clock.at;
  world.clock.at = ms(time);
  try {
    await act();
  } finally {
    world.clock.at = before;
  }
};

/** The whole registrations of the people that a link nominated; its own list has fewer fields. */
export const namedBy = async (world: World, token: string): Promise<Registration[]> =>
  Promise.all((await readNomination(world, token)).people.map(({ id }) => getRegistration(world, id)));

export interface Browser {
  get(path: string): Promise<Seen>;
  post(path: string, fields: Record<string, string | string[] | File>): Promise<Seen>;
}
export interface Seen {
  status: number;
  headers: Headers;
  /** Where a redirect leads. */
  to: string;
  html: string;
  /** What a reader sees: without tags, single spaces. */
  text: string;
  bytes: Uint8Array;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const seen = async (response: Response): Promise<Seen> => {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const html = new TextDecoder().decode(bytes);
  return {
    status: response.status,
    headers: response.headers,
    to: response.headers.get('location') ?? '',
    html,
    text: html
      .replace(/<script>.*?<\/script>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
      .replace(/\s+/g, ' ')
      .replace(/ ([.,:;])/g, '$1'),
    bytes,
  };
};

/** A browser, signed in if it has a session. */
export const browser = (world: World, session?: string): Browser => {
  const app: Hono<PageEnv> = site(world, assets);
  const headers: Record<string, string> = session ? { cookie: `__Host-phien=${session}` } : {};
  return {
    get: async (path) => seen(await app.request(ORIGIN + path, { headers })),
    post: async (path, fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one);
      return seen(
        await app.request(ORIGIN + path, { method: 'POST', body, headers: { ...headers, origin: ORIGIN } }),
      );
    },
  };
};

/** A browser in which a member of the staff has signed in. */
export const signedIn = async (world: World, role: Role, unitId?: string): Promise<Browser> => {
  const email = `${role}-${Math.random().toString(36).slice(2)}@stp.example`;
  const account = await addAccount(world, { email, name: 'Cán bộ Mẫu', role, ...(unitId && { unitId }) });
  return browser(world, await openSession(world, account.id));
};
