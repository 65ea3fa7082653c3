import { createHash } from 'node:crypto';
import { listBodies } from '../../../directory/bodies/list';
import { mustBeInForce } from '../../../directory/units/choose';
import { lineage, readUnits } from '../../../directory/units/list';
import { unitLine } from '../../../directory/units/words';
import { base32, newCode } from '../../../platform/keys/ids';
import { personKey } from '../../../platform/keys/person-key';
import { invalid } from '../../../platform/problem/problem';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { registrationId } from '../../../seats/ledger/ids';
import type { AnyRoom } from '../../../seats/ledger/room';
import type { Event } from '../../event/event';
import type { AnyEventRoom } from '../../event/room';
import { type Particulars, stored } from '../../person/person-fields';
import { consentFor } from '../consent';
import type { Registration } from '../registration';

/** How a registration comes about, beside what the person says. */
export interface RegistrationSource
  extends Pick<
    Registration,
    | 'basis'
    | 'consent'
    | 'imports'
    | 'attestedBy'
    | 'channel'
    | 'how'
    | 'nominationId'
    | 'online'
    | 'nonce'
    | 'movedFrom'
    | 'network'
  > {
  /** Tells people with one phone and one name without accents apart, from 1. */
  namesakeNumber?: number;
  /** The import, and its row, that registers the person; `instead`: in the place of that registration. */
  imported?: { importId: string; row: number; instead?: string };
  /** The quota to sit in first, where it is not the one of the person's unit. */
  pool?: string;
  /** The code of before, of a registration that is restored: the person's slip stays right. */
  code?: string;
  /** What is on file of the person's unit or body: it stays, also where the unit has ended since. */
  recorded?: Affiliation;
}

export type Affiliation = Pick<Registration, 'unitId' | 'unitName' | 'bodyId' | 'bodyName'>;

/**
 * Names of the unit and its district, or of the body, as they are today; those on file stay as they were.
 * @throws Problem invalid `unit-required`, `unit-unknown`, `unit-ended`, `body-unknown`
 */
export const affiliation = async (
  world: World,
  p: Pick<Particulars, 'unitId' | 'bodyId'>,
  recorded: Affiliation = {},
): Promise<Pick<Registration, 'unitName' | 'bodyName'> & { above: string[] }> => {
  if (!p.unitId && !p.bodyId) throw invalid('unitId', 'unit-required');
  const named: Pick<Registration, 'unitName' | 'bodyName'> = {};
  const above: string[] = [];
  if (p.unitId) {
    const units = await readUnits(world, p.unitId);
    const stays = p.unitId === recorded.unitId && recorded.unitName !== undefined;
    if (!stays) mustBeInForce(units, p.unitId);
    const line = lineage(stays ? units.all : units.inForce, p.unitId);
    named.unitName = stays ? recorded.unitName : unitLine(line);
    above.push(...line.map((u) => u.id));
  }
  if (p.bodyId) {
    const body = (await listBodies(world, [p.bodyId])).find((b) => b.id === p.bodyId);
    if (!body) throw invalid('bodyId', 'body-unknown');
    named.bodyName = body.name;
    above.unshift(body.id);
  }
  return { ...named, above };
};

/** The pools in which a person may sit, in order: their nearest quota, then the shared one. */
export const poolsFor = (
  room: AnyRoom,
  above: readonly string[],
  online: boolean,
  pool?: string,
): string[] => {
  if (online) return ['online'];
  const quota = pool ?? above.find((id) => room.pools.some((p) => p.pool === id));
  return quota ? [quota, 'open'] : ['open'];
};

/** A person joins online as they choose, where there is a choice. */
const joinsOnline = (event: Event, wish?: boolean) =>
  event.mode === 'online' || (event.mode === 'both' && wish === true);

/** The registration as it will be written, without status, seat and place in the queue. */
export const entryFor = async (
  world: World,
  room: AnyEventRoom & { event: Event },
  particulars: Particulars,
  source: RegistrationSource,
): Promise<Registration> => {
  const { above, ...named } = await affiliation(world, particulars, source.recorded);
  const { namesakeNumber, pool, recorded: _recorded, nonce, online: wish, imported, code, ...kept } = source;
  if (kept.basis === 'legal' && !world.settings.legalBasis) throw invalid('basis', 'not-an-option');
  const { event } = room;
  if (wish && event.mode === 'in-person') throw invalid('online', 'online-not-offered');
  const online = joinsOnline(event, wish);
  const key = personKey(world, particulars.phone, particulars.fullName, namesakeNumber);
  const section = sectionOf(key, event.sections);
  const now = world.now();
  return {
    pk: `${event.id}#${section}`,
    sk: key,
    id: registrationId(event.id, section, key),
    eventId: event.id,
    ...(event.sections > 1 && { sections: event.sections }),
    status: 'pending',
    // Starts at the time, so that a person who cancels and registers again never repeats an occasion of notices.
    turn: now,
    ...stored(particulars),
    ...named,
    ...kept,
    consent: kept.consent ?? consentFor(kept, now),
    ...(online && { online }),
    ...(nonce && { nonce: nonceHash(nonce) }),
    ...(kept.how === 'direct' && { webPhone: particulars.phone }),
    ...(imported && { imports: stampOf(imported, now) }),
    pools: poolsFor(room, above, online, pool),
    code: code ?? newCode(),
    version: 1,
    createdAt: iso(now),
    updatedAt: iso(now),
  };
};

const stampOf = (
  { importId, ...imported }: NonNullable<RegistrationSource['imported']>,
  now: number,
): Registration['imports'] => ({ [importId]: { ...imported, at: now, version: 1, turn: now } });

export const nonceHash = (nonce: string): string =>
  base32(createHash('sha256').update(nonce).digest()).slice(0, 16);

/** Registrations of a very large event are spread over partitions by their key. */
export const sectionOf = (key: string, sections: number): number =>
  sections === 1 ? 0 : createHash('sha256').update(key).digest().readUInt32BE(0) % sections;
