import * as z from 'zod';
import { line } from '../../platform/input/fields';
import { missing, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getEntry } from '../materials/get';
import type { Material, MaterialFile } from '../materials/material';
import { saveFiles } from './upload';

export const OpeningInput = z.strictObject({
  note: line(300).describe('Why it may be opened although no scanner looked at it'),
});

const change = async (
  world: World,
  id: string,
  fileId: string,
  changed: (file: MaterialFile) => MaterialFile,
): Promise<Material> => {
  const material = await getEntry(world, id);
  const { files = [] } = material;
  if (!files.some((file) => file.id === fileId)) throw missing('file');
  return saveFiles(
    world,
    material,
    files.map((file) => (file.id === fileId ? changed(file) : file)),
  );
};

/**
 * Opens a file to the public by hand, with the reason.
 * @throws Problem missing `file-missing`, conflict `file-infected`, stale `material-stale`
 */
export const openFile = (world: World, id: string, fileId: string, note: string): Promise<Material> =>
  change(world, id, fileId, (file) => {
    if (file.scan === 'infected') throw new Problem('conflict', 'file-infected');
    return { ...file, opened: { at: iso(world.now()), note } };
  });

/**
 * Writes down what a scanner said of a file: a clean one is open, an infected one is closed, also where an
 * organizer had opened it.
 * @throws Problem missing `file-missing`, stale `material-stale`
 */
export const recordScan = (
  world: World,
  id: string,
  fileId: string,
  result: 'clean' | 'infected',
): Promise<Material> => change(world, id, fileId, (file) => ({ ...file, scan: result }));
