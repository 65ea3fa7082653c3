import { Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getMaterial } from './get';
import { forgetMaterials } from './list';
import { isFileFormat, type Material, materialItems, openFileOf } from './material';

/**
 * Shows a material to the public, also one that was withdrawn. Idempotent.
 * @param version the version that the organizer read
 * @throws Problem conflict `material-without-file`, stale `material-stale`
 */
export const publishMaterial = async (world: World, id: string, version: number): Promise<Material> => {
  const { material } = await getMaterial(world, id);
  if (material.state === 'published') return material;
  if (isFileFormat(material.format) && !openFileOf(material))
    throw new Problem('conflict', 'material-without-file');
  return turn(world, id, version, {
    state: 'published',
    publishedAt: material.publishedAt ?? iso(world.now()),
  });
};

/** Takes a material from the public; it stays in the console. Idempotent. @throws Problem as `publishMaterial` says */
export const withdrawMaterial = async (world: World, id: string, version: number): Promise<Material> => {
  const { material } = await getMaterial(world, id);
  if (material.state === 'withdrawn') return material;
  if (material.state === 'draft') throw new Problem('conflict', 'material-draft');
  return turn(world, id, version, { state: 'withdrawn' });
};

const turn = async (
  world: World,
  id: string,
  version: number,
  set: Partial<Pick<Material, 'state' | 'publishedAt'>>,
): Promise<Material> => {
  const change = { set: { ...set, updatedAt: iso(world.now()) }, returns: 'ALL_NEW' as const };
  const written = await world.db.updateIf(
    materialItems,
    { pk: 'material', sk: id },
    nextVersion(version, change),
  );
  forgetMaterials(world);
  if (!written.ok) throw new Problem('stale', 'material-stale');
  return written.item!;
};
