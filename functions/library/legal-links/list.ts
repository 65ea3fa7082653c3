import { missing } from '../../platform/problem/problem';
import { found } from '../../platform/text/search';
import type { World } from '../../platform/world/world';
import { TOPIC_NAMES, type Topic } from '../catalogue/topic-names';
import { type LegalLink, legalLinkItems } from './legal-link';

/** Links change a few times a month, so a warm function keeps them for a minute. */
const FRESH_MS = 60_000;
const kept = new WeakMap<object, { at: number; links: LegalLink[] }>();

/** Every link, as it is now, by title. One query: a library has some dozens of them. */
export const readLegalLinks = async (world: World): Promise<LegalLink[]> => {
  const links = await world.db.all(legalLinkItems, {
    where: 'pk = :pk',
    values: { ':pk': 'legal-link' },
    consistent: true,
  });
  return links.sort((a, b) => a.title.localeCompare(b.title, 'vi'));
};

/** The same, at most one call a minute. */
export const listLegalLinks = async (world: World): Promise<LegalLink[]> => {
  const now = world.now();
  const known = kept.get(world.settings);
  if (known && now - known.at < FRESH_MS && now >= known.at) return known.links;
  const links = await readLegalLinks(world);
  kept.set(world.settings, { at: now, links });
  return links;
};

/** After a change, the next list reads the table again. */
export const forgetLegalLinks = (world: World): void => void kept.delete(world.settings);

/** Those that fit, whatever the accents that were typed: by title, topic and note. */
export const legalLinksWith = (
  links: readonly LegalLink[],
  { search, topic }: { search?: string | undefined; topic?: Topic | undefined },
): LegalLink[] =>
  found(
    links.filter(({ topics }) => !topic || topics.includes(topic)),
    search,
    ({ title, topics, note }) => ({ texts: [title, ...topics.map((t) => TOPIC_NAMES[t]), note] }),
  );

/** @throws Problem missing `legal-link-missing` */
export const getLegalLink = async (world: World, id: string): Promise<LegalLink> => {
  const link = await world.db.get(legalLinkItems, { pk: 'legal-link', sk: id }, { consistent: true });
  if (!link) throw missing('legal-link');
  return link;
};
