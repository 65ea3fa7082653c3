import { randomUUID } from 'node:crypto';
import { newId } from '../../platform/keys/ids';
import { missing, Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type LegalLink, type LegalLinkInput, legalLinkItems, NEXT_CHECK, nextChecks } from './legal-link';
import { forgetLegalLinks, getLegalLink } from './list';

/** The clock looks at the links in its next tick. Should this be lost, it looks at them within a day. */
const checkSoon = (world: World): Promise<void> =>
  world.db.put(nextChecks, { ...NEXT_CHECK, at: iso(world.now()), request: randomUUID() });

/** Adds a link. The clock checks it within minutes. */
export const createLegalLink = async (
  world: World,
  input: LegalLinkInput,
  more: Partial<Pick<LegalLink, 'id' | 'sample'>> = {},
): Promise<LegalLink> => {
  const now = iso(world.now());
  const id = more.id ?? newId('legalLink', world.now());
  const link: LegalLink = {
    pk: 'legal-link',
    sk: id,
    id,
    ...input,
    ...(more.sample && { sample: true }),
    checkAt: now,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const written = await world.db.putIf(legalLinkItems, link, { if: 'attribute_not_exists(pk)' });
  forgetLegalLinks(world);
  if (!written.ok) throw new Error(`${id} exists already`);
  await checkSoon(world);
  return link;
};

/**
 * Saves a link's whole entry. Another address is not checked yet, so what was found of the old one goes.
 * @param version the version that the editor read
 * @throws Problem missing `legal-link-missing`, stale `legal-link-stale`
 */
export const updateLegalLink = async (
  world: World,
  id: string,
  version: number,
  input: LegalLinkInput,
): Promise<LegalLink> => {
  const before = await getLegalLink(world, id);
  const now = iso(world.now());
  const { title, note, url, topics } = input;
  const moved = url !== before.url;
  const unchecked = { linkCheck: undefined, foundAt: undefined, dead: undefined, checkAt: now };
  const set = { title, note, url, topics, updatedAt: now, ...(moved && unchecked) };
  const written = await world.db.updateIf(
    legalLinkItems,
    { pk: 'legal-link', sk: id },
    nextVersion(version, { set, returns: 'ALL_NEW' }),
  );
  forgetLegalLinks(world);
  if (!written.ok) throw new Problem('stale', 'legal-link-stale');
  if (moved) await checkSoon(world);
  return written.item!;
};

/** Asks for a check within minutes, e.g. after the site was mended. @throws Problem missing `legal-link-missing` */
export const recheckLegalLink = async (world: World, id: string): Promise<LegalLink> => {
  await getLegalLink(world, id);
  const written = await world.db.updateIf(
    legalLinkItems,
    { pk: 'legal-link', sk: id },
    { set: { checkAt: iso(world.now()) }, if: 'attribute_exists(pk)', returns: 'ALL_NEW' },
  );
  forgetLegalLinks(world);
  if (!written.ok) throw missing('legal-link');
  await checkSoon(world);
  return written.item!;
};

/** Removes a link; the history keeps what it was. @throws Problem missing `legal-link-missing` */
export const deleteLegalLink = async (world: World, id: string): Promise<void> => {
  const key = { pk: 'legal-link', sk: id };
  const written = await world.db.deleteIf(legalLinkItems, key, { if: 'attribute_exists(pk)' });
  forgetLegalLinks(world);
  if (!written.ok) throw missing('legal-link');
};
