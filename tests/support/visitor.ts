import type { Role } from '../../functions/directory/accounts/account';
import { openSession } from '../../functions/directory/sessions/session';
import { addApiToken } from '../../functions/directory/sessions/token';
import { addAccount } from '../../functions/directory/sign-in/add-account';
import { sessionCookie } from '../../functions/directory/sign-in/authenticate';
import { newToken } from '../../functions/platform/keys/ids';
import type { World } from '../../functions/platform/world/world';
import { BY } from '../../web/query';
import { routes } from '../../web/routes';
import { site } from '../../web/site/site';
import { assets } from './assets';
import { isBuilt } from './built/is-built';
import { throughLambda } from './built/through-lambda';
import { hiddenFieldsOf, type Seen, seen } from './seen';
import type { TestWorld } from './world';

export type Fields = Record<string, string | string[] | File> | [string, string | File][];
type HeaderLines = Record<string, string>;

/** The cookies of one browser, each sent within its path alone. */
const cookieJar = () => {
  const jar = new Map<string, { value: string; path: string }>();
  const set = (name: string, value: string, path = '/') => jar.set(`${path} ${name}`, { value, path });
  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [pair, ...attributes] = line.split('; ');
      const [name, value] = pair!.split('=') as [string, string];
      const path = attributes.find((a) => a.startsWith('Path='))?.slice(5) ?? '/';
      if (attributes.includes('Max-Age=0')) jar.delete(`${path} ${name}`);
      else set(name, value, path);
    }
  };
  const lineFor = (url: string) => {
    const path = url.split(/[?#]/)[0]!;
    return [...jar]
      .filter(([, c]) => c.path === '/' || path === c.path || path.startsWith(`${c.path}/`))
      .map(([key, c]) => `${key.split(' ')[1]}=${c.value}`)
      .join('; ');
  };
  return { jar, set, keep, lineFor };
};

const pairs = (fields: Fields): [string, string | File][] =>
  Array.isArray(fields)
    ? fields
    : Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as never));

const formData = (fields: Fields): FormData => {
  const body = new FormData();
  for (const [name, value] of pairs(fields)) body.append(name, value);
  return body;
};

/** Browsers send a form with a file as parts, any other as one line. */
const bodyOf = (fields: Fields): FormData | URLSearchParams =>
  pairs(fields).some(([, value]) => value instanceof File)
    ? formData(fields)
    : new URLSearchParams(pairs(fields) as [string, string][]);

/** Answers requests: the site itself, or the built function where the run is one of it (`vitest.built.config.ts`). */
const answering = (world: World): ((request: Request, env?: object) => Promise<Response>) => {
  if (isBuilt) return throughLambda(world as TestWorld);
  const app = site(world, assets);
  return async (request, env) => app.request(request, undefined, env);
};

interface ClientOptions {
  /** Sent with every request. */
  always?: HeaderLines;
  /** The account of the session: the forms of the console name it. */
  by?: string;
}

const client = (world: World, { always = {}, by }: ClientOptions = {}) => {
  let answer: ReturnType<typeof answering> | undefined;
  /** The page that the browser shows. */
  let shown: Seen | undefined;
  const cookies = cookieJar();
  const origin = () => world.settings.publicOrigin;

  /** Any request at all; `init` may replace the headers that a browser sends by itself. */
  const request = async (path: string, init: RequestInit = {}, env?: object): Promise<Seen> => {
    answer ??= answering(world);
    const cookie = cookies.lineFor(path);
    const headers = { ...(cookie && { cookie }), ...always, ...(init.headers as HeaderLines) };
    const response = await answer(new Request(origin() + path, { ...init, headers }), env);
    cookies.keep(response.headers);
    const page = await seen(response);
    if (response.headers.get('content-type')?.includes('html')) shown = page;
    return page;
  };
  /** What a form sends beside what a person fills in: the fields that its page hides, and the account. */
  const withHidden = (path: string, fields: Fields): [string, string | File][] => {
    const target = path.split('?')[0]!;
    const inConsole = target.startsWith(`${routes.console()}/`);
    const hidden = { ...(by && inConsole && { [BY]: by }), ...(shown && hiddenFieldsOf(shown.page, target)) };
    const given = pairs(fields);
    const names = new Set(given.map(([name]) => name));
    return [...Object.entries(hidden).filter(([name]) => !names.has(name)), ...given];
  };
  const get = (path: string, headers: HeaderLines = {}) => request(path, { headers });
  const post = (path: string, fields: Fields = {}, headers: HeaderLines = {}) =>
    request(path, {
      method: 'POST',
      headers: { origin: origin(), ...headers },
      body: bodyOf(withHidden(path, fields)),
    });
  return {
    request,
    get,
    post,
    /** Sends a form and goes where the answer leads. */
    send: async (path: string, fields: Fields = {}) => {
      const answer = await post(path, fields);
      return answer.status === 303 && answer.to ? get(answer.to) : answer;
    },
    /** Sends the form of a file, with a file chosen or without. */
    upload: (path: string, file?: File) =>
      request(path, {
        method: 'POST',
        headers: { origin: origin() },
        body: formData(withHidden(path, file ? { file } : {})),
      }),
    /** A call of the API: JSON there and back. */
    api: (method: string, path: string, body?: unknown, headers: HeaderLines = {}) =>
      request(`/api${path}`, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    /** A call of the API whose body is the parts of a form. */
    parts: (method: string, path: string, fields: Fields) =>
      request(`/api${path}`, { method, headers: { origin: origin() }, body: formData(fields) }),
    cookies,
  };
};

/** A client of the whole site, without JavaScript. */
export type Visitor = ReturnType<typeof client>;

/** Anybody: signed in to nothing. */
export const visitor = (world: World): Visitor => client(world);

let accounts = 0;
interface Who {
  role: Role;
  /** The id that the account gets. */
  id?: string;
  unitId?: string;
  /** Signs in with a token, as a program does: it outlives a clock that a test moves on by days. */
  bearer?: boolean;
}

/** A member of the staff who has signed in: with a session, as a person does, or with a token. */
export const signIn = async (world: World, who: Who): Promise<Visitor> => {
  const { role, unitId } = who;
  const person = { name: 'Trần Mẫu Bình', email: `${role}-${++accounts}@stp.example` };
  const account = await addAccount(
    world,
    { ...person, role, ...(unitId && { unitId }) },
    { ...(who.id && { id: who.id }) },
  );
  if (who.bearer) {
    const token = newToken();
    await addApiToken(world, account.id, token, { manages: true });
    return client(world, { always: { authorization: `Bearer ${token}` } });
  }
  const browser = client(world, { by: account.id });
  browser.cookies.set(sessionCookie(world).name, await openSession(world, account));
  return browser;
};

/**
 * One client that acts in turn as the public and as staff of each role: `as` says who acts from now on.
 * Their accounts are `acc_organizer` and so on; an officer's also names the unit.
 */
export const inTurn = (world: World) => {
  const known = new Map<string, Promise<Visitor>>();
  let now = 'nobody';
  const signedIn = (key: string): Promise<Visitor> => {
    if (key === 'nobody') return Promise.resolve(visitor(world));
    const [role, unitId] = key.split(' ') as [Role, string?];
    const id = ['acc', ...key.split(' ')].join('_');
    const found = known.get(key) ?? signIn(world, { id, role, ...(unitId && { unitId }), bearer: true });
    known.set(key, found);
    return found;
  };
  return {
    as: (role: Role | 'nobody', unitId = 'unt_goquao') => {
      now = role === 'officer' ? `${role} ${unitId}` : role;
    },
    get: async (...what: Parameters<Visitor['get']>) => (await signedIn(now)).get(...what),
    post: async (...what: Parameters<Visitor['post']>) => (await signedIn(now)).post(...what),
    api: async (...what: Parameters<Visitor['api']>) => (await signedIn(now)).api(...what),
  };
};
