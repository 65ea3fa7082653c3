import { beforeAll, describe, expect, test } from 'vitest';
import { document } from '../../../functions/api/document';
import { operations } from '../../../functions/api/operations';
import { runClock } from '../../../functions/background/clock/tick';
import { countFailure, TRIES } from '../../../functions/background/streams/dead-letters';
import { listInvitations } from '../../../functions/events/invitations/list';
import { listNominations } from '../../../functions/events/nominations/list';
import { unsubscribeToken } from '../../../functions/outbox/addresses/unsubscribe';
import { deliveriesOfEvent } from '../../../functions/outbox/deliveries/find';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { seed } from '../../../infra/demo/seed';
import { aRegistration, streamRecord } from '../../support/stored';
import { signIn } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { type Step, walkContract } from './walk';

/** Whether an operation's example is about this thing, so that the walk leaves it to that operation. */
const named = (id: string) => JSON.stringify(document()).includes(id);

describe('the contract, walked with its own examples on the demo', () => {
  const world = useWorld();
  let steps: Step[];

  beforeAll(async () => {
    await seed(world, 'demo');
    const nomination = (await listNominations(world, 'evt_mau_cu'))[0]!;
    const invitation = (await listInvitations(world, 'evt_mau_mo')).find(
      (i) => i.version === 1 && !named(i.id),
    )!;
    await runClock(world); // what is due stands on the call list
    const mailed = (await deliveriesOfEvent(world, 'evt_mau_mo', { limit: 200 })).items.filter(
      (d) => d.email,
    );
    // One mail that was refused for good, and one change that cannot be worked on.
    await world.db.put(noticesTable, { ...mailed[0]!, state: 'failed', open: 'trouble' });
    const record = streamRecord(world, 'registrations', aRegistration('evt_mau_mo', 'x'));
    for (let i = 0; i < TRIES; i++) await countFailure(world, record, new Error('broken'));
    const { api, parts } = await signIn(world, { role: 'admin', bearer: true });
    steps = await walkContract({
      api,
      parts,
      links: {
        nominations: linkToken(world, nomination.id, nomination.turn),
        invitations: linkToken(world, invitation.id, invitation.turn),
        subscriptions: unsubscribeToken(world, mailed[1]!.id),
      },
    });
  });

  test('reaches every operation', () => {
    expect(steps.map((s) => s.id).sort()).toEqual(operations.map((op) => op.id).sort());
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
    if (answer) expect(answer.safeParse(step.body).error?.issues ?? []).toEqual([]);
  });
});
