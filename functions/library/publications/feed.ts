import { wellFormed } from '../../platform/text/text';
import type { World } from '../../platform/world/world';
import { TOPIC_NAMES } from '../catalogue/topic-names';
import type { Material } from '../materials/material';

const MOST_ENTRIES = 50;

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as XML takes it. Control characters cannot stand in XML at all. */
const xml = (text: string): string =>
  wellFormed(text)
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/[&<>"]/g, (c) => ESCAPED[c]!);

/** A feed's ids are for ever: they name the thing, not its address. */
const idOf = (world: World, what: string): string =>
  `tag:${new URL(world.settings.publicOrigin).hostname},2026:${what}`;

const entryOf = (world: World, m: Material): string =>
  [
    `<entry xml:lang="${m.language}">`,
    `<id>${xml(idOf(world, m.id))}</id>`,
    `<title>${xml(m.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(world.links.material(m.id))}"/>`,
    `<published>${m.publishedAt}</published>`,
    `<updated>${m.updatedAt}</updated>`,
    `<author><name>${xml(m.author?.name ?? world.settings.department.name)}</name></author>`,
    ...m.topics.map((topic) => `<category term="${topic}" label="${xml(TOPIC_NAMES[topic])}"/>`),
    `<summary>${xml(m.summary)}</summary>`,
    '</entry>',
  ].join('');

/**
 * The latest published materials as an Atom feed (RFC 4287).
 * @param materials published ones, the latest first
 */
export const atomFeed = (world: World, title: string, materials: readonly Material[]): string => {
  const shown = materials.slice(0, MOST_ENTRIES);
  const updated =
    shown
      .map((m) => m.updatedAt)
      .sort()
      .at(-1) ?? '2026-01-01T00:00:00.000Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
    `<id>${xml(idOf(world, 'library'))}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${updated}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(world.links.libraryFeed())}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(world.links.library())}"/>`,
    `<author><name>${xml(world.settings.department.name)}</name></author>`,
    ...shown.map((m) => entryOf(world, m)),
    '</feed>',
  ].join('\n');
};
