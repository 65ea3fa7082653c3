import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Material, materialItems, materialTexts, textKey } from './material';

export interface MaterialInFull {
  material: Material;
  /** In Markdown. */
  text?: string | undefined;
}

/** A material without its text, as it is now. @throws Problem missing `material-missing` */
export const getEntry = async (world: World, id: string): Promise<Material> => {
  const material = await world.db.get(materialItems, { pk: 'material', sk: id }, { consistent: true });
  if (!material) throw missing('material');
  return material;
};

/** A material with its text, as it is now. Two calls. @throws Problem missing `material-missing` */
export const getMaterial = async (world: World, id: string): Promise<MaterialInFull> => {
  const [material, text] = await Promise.all([
    world.db.get(materialItems, { pk: 'material', sk: id }, { consistent: true }),
    world.db.get(materialTexts, textKey(id), { consistent: true }),
  ]);
  if (!material) throw missing('material');
  return { material, text: text?.text };
};

/** The same for the public. @throws Problem missing `material-missing` also where it is not published */
export const getPublished = async (world: World, id: string): Promise<MaterialInFull> => {
  const found = await getMaterial(world, id);
  if (found.material.state !== 'published') throw missing('material');
  return found;
};
