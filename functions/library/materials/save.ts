import { randomUUID } from 'node:crypto';
import { listBodies } from '../../directory/bodies/list';
import { newId } from '../../platform/keys/ids';
import { invalid, Problem } from '../../platform/problem/problem';
import type { TxStep } from '../../platform/store/expressions';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkTask } from '../../programme/plans/list';
import { getMaterial, type MaterialInFull } from './get';
import { forgetMaterials } from './list';
import { type Material, type MaterialInput, materialItems, materialTexts, textKey } from './material';

/** What a material says about itself, checked. */
type Entry = Pick<
  Material,
  'title' | 'summary' | 'kind' | 'topics' | 'language' | 'format' | 'author' | 'taskId' | 'url'
>;

/** @throws Problem invalid `required` on `text` or `url`, `url-of-video` on `url`, `body-unknown` on `authorId`, `task-unknown` on `taskId` */
const entryOf = async (world: World, { text, authorId, ...input }: MaterialInput): Promise<Entry> => {
  if (input.format === 'text' && !text) throw invalid('text', 'required');
  if (input.format === 'video' && !input.url) throw invalid('url', 'required');
  if (input.format !== 'video' && input.url) throw invalid('url', 'url-of-video');
  await checkTask(world, input.taskId);
  if (!authorId) return input;
  const author = (await listBodies(world, [authorId])).find(({ id }) => id === authorId);
  if (!author) throw invalid('authorId', 'body-unknown');
  return { ...input, author: { id: author.id, name: author.name } };
};

const textStep = (id: string, text: string | undefined): TxStep =>
  text
    ? { table: materialTexts, put: { ...textKey(id), text } }
    : { table: materialTexts, delete: textKey(id) };

/** Adds a material as a draft. @throws Problem as `entryOf` says */
export const createMaterial = async (
  world: World,
  input: MaterialInput,
  more: Partial<Pick<Material, 'id' | 'sample'>> = {},
): Promise<MaterialInFull> => {
  const entry = await entryOf(world, input);
  const now = iso(world.now());
  const id = more.id ?? newId('material', world.now());
  const material: Material = {
    pk: 'material',
    sk: id,
    id,
    ...entry,
    ...(input.text && { textVersion: 1 }),
    ...(more.sample && { sample: true }),
    state: 'draft',
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const put: TxStep = { table: materialItems, put: material, if: 'attribute_not_exists(pk)' };
  const { ok } = await world.db.transactIf([put, textStep(id, input.text)], randomUUID());
  forgetMaterials(world);
  if (!ok) throw new Error(`${id} exists already`);
  return { material, text: input.text };
};

/**
 * Saves a material's whole entry, and its text.
 * @param version the version that the editor read
 * @throws Problem as `entryOf` says; stale `material-stale`
 */
export const updateMaterial = async (
  world: World,
  id: string,
  version: number,
  input: MaterialInput,
): Promise<MaterialInFull> => {
  const before = await getMaterial(world, id);
  const { title, summary, kind, topics, language, format, author, taskId, url } = await entryOf(world, input);
  const updatedAt = iso(world.now());
  const textVersion = textVersionAfter(before, input.text);
  const set = { textVersion, title, summary, kind, topics, language, format, author, taskId, url, updatedAt };
  const update: TxStep = {
    table: materialItems,
    update: { pk: 'material', sk: id },
    ...nextVersion(version, { set }),
  };
  const { ok } = await world.db.transactIf([update, textStep(id, input.text)], randomUUID());
  forgetMaterials(world);
  if (!ok) throw new Problem('stale', 'material-stale');
  return getMaterial(world, id);
};

const textVersionAfter = ({ material, text: before }: MaterialInFull, after: string | undefined) => {
  const { textVersion = 0 } = material;
  if (!after) return undefined;
  return after === before ? textVersion : textVersion + 1;
};
