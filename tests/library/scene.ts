import type * as z from 'zod';
import type { MaterialInFull } from '../../functions/library/materials/get';
import { MaterialInput } from '../../functions/library/materials/material';
import { publishMaterial } from '../../functions/library/materials/publish';
import { createMaterial } from '../../functions/library/materials/save';
import { parse } from '../../functions/platform/input/parse';
import type { World } from '../../functions/platform/world/world';

type Typed = Partial<z.input<typeof MaterialInput>>;

/** An article as an organizer types it. */
export const article = (more: Typed = {}): MaterialInput =>
  parse(MaterialInput, {
    title: 'Kỹ năng lắng nghe',
    summary: 'Gợi ý ngắn.',
    kind: 'article',
    topics: ['skills'],
    language: 'vi',
    format: 'text',
    text: '## Lắng nghe\n\nĐể mỗi bên nói hết ý.',
    ...more,
  });

export const addMaterial = (world: World, more: Typed = {}): Promise<MaterialInFull> =>
  createMaterial(world, article(more));

/** @returns its id */
export const addPublished = async (world: World, more: Typed = {}): Promise<string> => {
  const { material } = await addMaterial(world, more);
  await publishMaterial(world, material.id, material.version);
  return material.id;
};
