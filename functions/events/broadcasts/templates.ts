import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { line } from '../../platform/input/fields';
import { parse } from '../../platform/input/parse';
import { base32 } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { folded } from '../../platform/text/vietnamese';
import type { World } from '../../platform/world/world';
import { ownTemplates } from './broadcast';
import { WrittenInput } from './broadcast-input';
import { GIVEN_TEMPLATES, type Template } from './given-templates';

export const TemplateInput = WrittenInput.extend({ name: line(80) });
export type TemplateInput = z.output<typeof TemplateInput>;

const MOST = 50;

/** The texts to begin with: those that come with the system, then the department's own. */
export const listTemplates = async (world: World): Promise<Template[]> => {
  const own = await world.db.all(ownTemplates, { where: 'pk = :pk', values: { ':pk': 'template' } });
  return [
    ...GIVEN_TEMPLATES,
    ...own
      .map(({ sk: id, name, subject, words }): Template => ({ id, name, subject, words, own: true }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
  ];
};

/** The same name is the same template: saving it again changes it. */
const idOf = (name: string): string =>
  `own-${base32(createHash('sha256').update(folded(name)).digest()).slice(0, 16)}`;

/** @throws Problem invalid; conflict `templates-full` */
export const saveTemplate = async (world: World, input: unknown): Promise<Template> => {
  const { name, subject, words } = parse(TemplateInput, input);
  const id = idOf(name);
  const all = await listTemplates(world);
  if (all.filter((t) => t.own && t.id !== id).length >= MOST)
    throw new Problem('conflict', 'templates-full', { most: MOST });
  await world.db.put(ownTemplates, { pk: 'template', sk: id, name, subject, words });
  return { id, name, subject, words, own: true };
};

/** Idempotent. Those that come with the system stay. */
export const removeTemplate = async (world: World, id: string): Promise<void> => {
  if (id.startsWith('own-')) await world.db.delete(ownTemplates, { pk: 'template', sk: id });
};
