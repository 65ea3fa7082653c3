import { beforeAll, describe, expect, test } from 'vitest';
import { bodyOf, type OpenApi } from '../../../functions/api/contract/described';
import { document } from '../../../functions/api/document';
import { addApiToken } from '../../../functions/directory/sessions/token';
import { getEvent } from '../../../functions/events/event/get';
import { listAll } from '../../../functions/events/event/list';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { BEFORE, EARLIEST } from '../../../functions/platform/input/fields';
import { newToken } from '../../../functions/platform/keys/ids';
import { blockItems } from '../../../functions/seats/tables/seat-tables';
import { LONG } from '../../limits';
import type { Seen } from '../../support/seen';
import { signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { documented } from './documented';
import { generatedAddresses, generatedBodies } from './generated-calls';
import { hostileAddresses, hostileBodies } from './hostile-calls';
import { type Next, type Step, walkContract } from './walk';
import { walkScene } from './walk-scene';

const world = useWorld();
const api = document() as unknown as OpenApi;

/** Per event: the claims that its blocks hold, and those that its confirmed registrations name. */
const seats = async () => {
  const events = await listAll(world, { from: EARLIEST, to: BEFORE });
  return Promise.all(
    events.map(async ({ id }) => {
      const event = await getEvent(world, id);
      const blocks = await world.db.all(blockItems, {
        where: 'pk = :pk AND begins_with(sk, :block)',
        values: { ':pk': id, ':block': 'block#' },
        consistent: true,
      });
      const named: string[] = [];
      for await (const r of everyRegistration(world, event))
        if (r.status === 'confirmed') named.push(r.claim!.id);
      return { id, held: blocks.flatMap(({ held }) => Object.keys(held)).sort(), named: named.sort() };
    }),
  );
};

/**
 * Before each operation of the walk, the same call with what nobody should send: the last of the calls that may still
 * change something. What it writes must be whole, and what it does not write must leave nothing behind.
 */
describe('calls with hostile keys, numbers, sizes and depths', () => {
  let steps: Step[];
  let called = 0;
  let allowed = 0;
  const failures: string[] = [];
  const undocumented: string[] = [];

  beforeAll(async () => {
    const links = await walkScene(world);
    for (const { held, named } of await seats()) expect(held).toEqual(named);
    const admin = await signIn(world, { role: 'admin', id: 'acc_walk', bearer: true });
    const { id } = await addApiToken(world, 'acc_walk', newToken());
    const stranger = visitor(world);
    const { faultsOfBody, faultsOfAnswer } = documented(api);
    const note = (next: Next, what: string, answer: Seen) => {
      called++;
      const { status, html } = answer;
      if (status >= 500) failures.push(`${status} ${what.slice(0, 300)} → ${html.slice(0, 200)}`);
      for (const fault of faultsOfAnswer(next, answer)) undocumented.push(`${what.slice(0, 300)} → ${fault}`);
    };
    /** What the document allows: whatever comes back, it is in the document. */
    const generated = async (next: Next) => {
      const { op, url, method } = next;
      const verb = method.toUpperCase();
      const callers = op.security.length ? [admin, stranger] : [stranger];
      for (const by of callers) {
        for (const address of generatedAddresses(api, next))
          note(next, `${verb} ${address}`, await by.api(verb, address, bodyOf(op)?.example));
        for (const body of generatedBodies(api, next)) {
          const said = `${verb} ${url} ${JSON.stringify(body)}`;
          for (const fault of faultsOfBody(next, body)) undocumented.push(`${said} is sent, but ${fault}`);
          allowed++;
          note(next, said, await by.api(verb, url, body));
        }
      }
    };
    steps = await walkContract({
      ...admin,
      links,
      token: id,
      before: async (next) => {
        const { op, method, url, path } = next;
        if (op.operationId === 'revokeOwnSessions') return;
        const verb = method.toUpperCase();
        const body = bodyOf(op);
        const by = op.security.length ? admin : stranger;
        for (const address of hostileAddresses({ op, url, path }))
          note(next, `${verb} ${address}`, await by.api(verb, address, body?.example));
        for (const hostile of hostileBodies(api, { op })) {
          const said = `${verb} ${url} ${JSON.stringify(hostile)}`;
          if (body!.type === 'application/json') note(next, said, await by.api(verb, url, hostile));
          else if (typeof hostile === 'object' && hostile !== null)
            note(next, said, await by.parts(verb, url, textsOf(hostile)));
        }
        await generated(next);
      },
    });
  }, 4 * LONG);

  test('are answered, none by a failure of ours', () => {
    expect(failures).toEqual([]);
    expect(called).toBeGreaterThan(2_000);
  });

  test('get answers that the document has, as do calls that it allows, with a token and without', () => {
    expect(undocumented).toEqual([]);
    expect(allowed).toBeGreaterThan(400);
  });

  test('and leave as many seats held as people have them', async () => {
    for (const { id, held, named } of await seats()) expect([id, held]).toEqual([id, named]);
  });

  test('reach every operation, most of which still answer well after them', () => {
    expect(steps.filter((s) => s.status === s.promised).length).toBeGreaterThan(steps.length * 0.7);
  });
});

const textsOf = (of: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(of).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    ]),
  );
