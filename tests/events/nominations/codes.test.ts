import { beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/background/clock/sweep';
import { getEvent } from '../../../functions/events/event/get';
import { getNomination } from '../../../functions/events/nominations/list';
import { nominationKey, nominationsTable } from '../../../functions/events/nominations/nomination';
import { reissueNomination, revokeNomination } from '../../../functions/events/nominations/revoke';
import { forgotCode } from '../../../functions/events/registrations/change/forgot-code';
import { findByCode, getRegistration } from '../../../functions/events/registrations/find';
import { ownLinkToken, readOwnLink } from '../../../functions/events/registrations/own-link';
import type { Registration } from '../../../functions/events/registrations/registration';
import { createDueDeliveriesOfEvent } from '../../../functions/notices/due-deliveries-of-event';
import { listCalls } from '../../../functions/outbox/calls/calls';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { showCode } from '../../../functions/platform/keys/ids';
import { routes } from '../../../web/routes';
import { addPlaces } from '../../support/places';
import { tellAll } from '../../support/telling';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { danh, namedBy, quotaScene, signInForQuotas, thi } from './scene';

const world = useWorld();
let people: Awaited<ReturnType<typeof signInForQuotas>>;
let behindLink: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  people = await signInForQuotas(world);
  behindLink = visitor(world);
});

/** Two people named by the link; nothing was told yet. */
const named = async () => {
  const scene = await quotaScene(world);
  await behindLink.post(scene.path, danh);
  world.clock.forward(1_000);
  await behindLink.post(scene.path, thi);
  const [first, second] = await namedBy(world, scene.token);
  const due = async () => createDueDeliveriesOfEvent(world, await getEvent(world, scene.event.id));
  return { ...scene, first: first!, second: second!, due };
};

const holdsCode = (text: string, r: Registration) =>
  text.includes(r.code) || text.includes(showCode(r.code)) || text.includes(ownLinkToken(world, r));

describe('the words of a unit’s call list', () => {
  it('hold neither the code nor the link that shows it, and say how the person gets it', async () => {
    const { nomination, first, due, event } = await named();
    await due();
    const { items } = await listCalls(world, { owner: nomination.id, limit: 10 });
    expect(items).toHaveLength(2);
    const words = items.find(({ name }) => name === first.fullName)!.words!;
    expect(holdsCode(words, first)).toBe(false);
    expect(words).toContain('Mã đăng ký ghi trên phiếu do');
    expect(words).toContain(routes.forgotCode());
    expect(words).not.toMatch(/dưới đây\. *$|mã đăng ký dưới đây/m);
    const seen = await people.officer.api('GET', `/calls?eventId=${event.id}`);
    expect(seen.json.items.length).toBeGreaterThan(0);
    expect(holdsCode(JSON.stringify(seen.json), first)).toBe(false);
  });

  it('follow when the line was written with a code before', async () => {
    const { nomination, first, due } = await named();
    await due();
    const line = (await deliveriesOf(world, first.id))[0]!;
    const { noticesTable } = await import('../../../functions/outbox/deliveries/notices-table');
    await world.db.update(noticesTable, { pk: line.pk, sk: line.sk }, { set: { words: `Mã ${first.code}` } });
    await due();
    const { items } = await listCalls(world, { owner: nomination.id, limit: 10 });
    expect(items.some(({ words }) => holdsCode(words!, first))).toBe(false);
  });

  it('leave a lost code to the organizer, whose words hold it, also beside another call', async () => {
    const { nomination, event, first, due } = await named();
    await due();
    await forgotCode(world, { fullName: first.fullName, phone: first.phone });
    await due();
    const own = (await listCalls(world, { owner: event.id, limit: 10 })).items;
    expect(own.map(({ template }) => template).sort()).toEqual(['code', 'nomination']);
    expect(holdsCode(own.find(({ template }) => template === 'code')!.words!, first)).toBe(true);
    const unit = (await listCalls(world, { owner: nomination.id, limit: 10 })).items;
    expect(unit.map(({ template }) => template)).toEqual(['nominated', 'nominated']);
  });
});

describe('a link that is revoked', () => {
  it('takes its codes with it: the old ones open nothing, and each person is told the new one once', async () => {
    const { nomination, event, first, second, due } = await named();
    await tellAll(world, event, [first.id, second.id]);
    const ticket = ownLinkToken(world, first);
    await revokeNomination(world, nomination.id);
    const now = await getRegistration(world, first.id);
    expect([now.code === first.code, now.status]).toEqual([false, 'confirmed']);
    await expect(findByCode(world, first)).rejects.toMatchObject({ code: 'code-unknown' });
    expect((await findByCode(world, now)).registration.id).toBe(first.id);
    await expect(readOwnLink(world, ticket)).rejects.toMatchObject({ code: 'own-link-missing' });
    const anonymous = await visitor(world).api('POST', `/registrations/${first.id}/cancellation`, {
      code: first.code,
      phone: first.phone,
    });
    expect(anonymous.status).toBe(404);
    expect((await getNomination(world, nomination.id)).codesShownBy).toBeUndefined();
    await due();
    await due();
    const told = (await deliveriesOf(world, first.id)).filter(({ template }) => template === 'new-code');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ owner: event.id, state: 'to-call' });
    expect(holdsCode(told[0]!.words!, now)).toBe(true);
    // Pressed twice: the codes stay.
    await revokeNomination(world, nomination.id);
    expect((await getRegistration(world, first.id)).code).toBe(now.code);
  });

  it('and given anew shows the codes, which are made anew when it is revoked again', async () => {
    const { nomination, first } = await named();
    await revokeNomination(world, nomination.id);
    const second = await getRegistration(world, first.id);
    await reissueNomination(world, nomination.id);
    expect((await getRegistration(world, first.id)).code).toBe(second.code);
    await revokeNomination(world, nomination.id);
    expect((await getRegistration(world, first.id)).code).not.toBe(second.code);
  });

  it('has new codes by the clock where the request died', async () => {
    const { nomination, event, first } = await named();
    await world.db.update(nominationsTable, nominationKey(nomination.id), {
      set: { status: 'revoked', codesShownBy: nomination.turn },
    });
    await sweep(world, event.id);
    expect((await getRegistration(world, first.id)).code).not.toBe(first.code);
    expect((await getNomination(world, nomination.id)).codesShownBy).toBeUndefined();
  });
});

describe('a new link', () => {
  it('keeps the codes of printed slips, unless the old link is in other hands', async () => {
    const { nomination, first } = await named();
    const { organizer } = people;
    const page = routes.consoleNominationReissue(nomination.id);
    const version = async () => String((await getNomination(world, nomination.id)).version);
    const kept = await organizer.send(page, { version: await version() });
    expect(kept.text).toContain('Đường dẫn cũ không dùng được nữa.');
    expect((await getRegistration(world, first.id)).code).toBe(first.code);
    const renewed = await organizer.send(page, { version: await version(), lo: 'on' });
    expect(renewed.text).toContain('đổi mã đăng ký của người đã cử');
    expect((await getRegistration(world, first.id)).code).not.toBe(first.code);
  });
});
