import { beforeAll, describe, expect, test } from 'vitest';
import { bodyOf } from '../../../functions/api/contract/described';
import { document } from '../../../functions/api/document';
import { operations } from '../../../functions/api/operations';
import { addApiToken } from '../../../functions/directory/sessions/token';
import { newToken } from '../../../functions/platform/keys/ids';
import type { Seen } from '../../support/seen';
import { signIn } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { documented, withOneFieldMore } from './documented';
import { type Next, type Step, walkContract } from './walk';
import { walkScene } from './walk-scene';

/** Here the document promises an object of any fields. */
const ANY_FIELDS = [
  ...['getPersonData kept.*.values', 'getRequestedData kept.*.values'],
  ...['getRetention due.*.counts', 'setRetention due.*.counts'],
];

describe('the contract, walked with its own examples on the demo', () => {
  const world = useWorld();
  let steps: Step[];
  const faults = new Map<string, string[]>();
  /** Objects of answers, in each of which a field was planted. */
  let planted = 0;
  const notFound = new Set<string>();

  beforeAll(async () => {
    const links = await walkScene(world);
    const { api, parts } = await signIn(world, { role: 'admin', id: 'acc_walk', bearer: true });
    const { id } = await addApiToken(world, 'acc_walk', newToken());
    const { faultsOfBody, faultsOfAnswer } = documented(document());
    const after = (next: Next, answer: Seen) => {
      const body = bodyOf(next.op);
      const sent = body?.type === 'application/json' ? faultsOfBody(next, body.example) : [];
      faults.set(next.op.operationId, [...sent, ...faultsOfAnswer(next, answer)]);
      for (const { place, json } of withOneFieldMore(answer.json)) {
        planted++;
        if (faultsOfAnswer(next, { ...answer, json }).length === 0)
          notFound.add(`${next.op.operationId} ${place}`);
      }
    };
    steps = await walkContract({ api, parts, links, token: id, after });
  });

  test('reaches every operation', () => {
    expect(steps.map((s) => s.id).sort()).toEqual(operations.map((op) => op.id).sort());
  });

  test('a field that the document does not have would be found, in every object of every answer', () => {
    expect(planted).toBeGreaterThan(500);
    const open = [...notFound].filter((place) => !ANY_FIELDS.some((known) => place.startsWith(known)));
    expect(open).toEqual([]);
  });

  test.each(operations.map((op) => op.id))('%s answers as it promises', (id) => {
    const step = steps.find((s) => s.id === id)!;
    expect({ status: step.status, path: step.path, ...(step.status >= 400 && { body: step.body }) }).toEqual({
      status: step.promised,
      path: step.path,
    });
    const { answer, file } = operations.find((op) => op.id === id)!;
    if (file) {
      expect(file).toContain(step.body.type);
      expect(step.body).toMatchObject({ name: expect.stringMatching(/^[a-z0-9.-]+$/) });
      expect(step.body.length).toBeGreaterThan(0);
    }
    expect(faults.get(id), 'what is sent and answered, by the schemas of the document').toEqual([]);
    if (answer) expect(answer.safeParse(step.body).error?.issues ?? []).toEqual([]);
  });
});
