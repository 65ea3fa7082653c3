import { newId } from '../../platform/keys/ids';
import { invalid, missing, Problem } from '../../platform/problem/problem';
import type { Page } from '../../platform/store/paging';
import { iso, localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getMaterial } from '../materials/get';
import { type Publication, type PublicationInput, publicationItems } from './publication';

/** The log, the latest day first. One call a page. */
export const listPublications = (
  world: World,
  { limit = 50, cursor }: { limit?: number; cursor?: string | undefined } = {},
): Promise<Page<Publication>> =>
  world.db.query(publicationItems, {
    where: 'pk = :pk',
    values: { ':pk': 'publication' },
    limit,
    cursor,
    backwards: true,
  });

/** @throws Problem invalid `material-missing` on `materialId` */
const titleOf = async (world: World, id: string): Promise<string> => {
  try {
    return (await getMaterial(world, id)).material.title;
  } catch (error) {
    throw error instanceof Problem ? invalid('materialId', 'material-missing') : error;
  }
};

/** Writes down that a portal published a material. @throws Problem as `titleOf` says, invalid `day-to-come` on `day` */
export const createPublication = async (
  world: World,
  input: PublicationInput,
  more: Partial<Pick<Publication, 'id' | 'sample'>> = {},
): Promise<Publication> => {
  if (input.day > localDate(world.now())) throw invalid('day', 'day-to-come');
  const materialTitle = await titleOf(world, input.materialId);
  const id = more.id ?? newId('publication', world.now());
  const publication: Publication = {
    pk: 'publication',
    sk: `${input.day}#${id}`,
    id,
    ...input,
    materialTitle,
    ...(more.sample && { sample: true }),
    createdAt: iso(world.now()),
  };
  await world.db.put(publicationItems, publication);
  return publication;
};

/**
 * Removes an entry that was a mistake; the history keeps it.
 * @param day of the entry: it stands by its day
 * @throws Problem missing `publication-missing`
 */
export const deletePublication = async (world: World, id: string, day: string): Promise<void> => {
  const key = { pk: 'publication', sk: `${day}#${id}` };
  const written = await world.db.deleteIf(publicationItems, key, { if: 'attribute_exists(pk)' });
  if (!written.ok) throw missing('publication');
};
