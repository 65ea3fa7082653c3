import { found } from '../../platform/text/search';
import type { World } from '../../platform/world/world';
import { TOPIC_NAMES, type Topic } from '../catalogue/topic-names';
import { type Material, type MaterialKind, type MaterialLanguage, materialItems } from './material';

/** Materials change a few times a month, so a warm function keeps them for a minute. */
const FRESH_MS = 60_000;
const kept = new WeakMap<object, { at: number; materials: Material[] }>();

/** Every material, the latest first. At most one query a minute: a library has hundreds of them, without their texts. */
export const listMaterials = async (world: World): Promise<Material[]> => {
  const now = world.now();
  const known = kept.get(world.settings);
  if (known && now - known.at < FRESH_MS && now >= known.at) return known.materials;
  const materials = await world.db.all(materialItems, {
    where: 'pk = :pk',
    values: { ':pk': 'material' },
    consistent: true,
  });
  const dateOf = ({ publishedAt, createdAt }: Material) => publishedAt ?? createdAt;
  materials.sort((a, b) => dateOf(b).localeCompare(dateOf(a)) || b.id.localeCompare(a.id));
  kept.set(world.settings, { at: now, materials });
  return materials;
};

/** After a change, the next list reads the table again. */
export const forgetMaterials = (world: World): void => void kept.delete(world.settings);

/** What a reader looks for. */
export interface MaterialQuestion {
  search?: string | undefined;
  topic?: Topic | undefined;
  kind?: MaterialKind | undefined;
  language?: MaterialLanguage | undefined;
  state?: Material['state'] | undefined;
}

/** Those that fit, whatever the accents that were typed: by title, topic, author and summary, the best first. */
export const materialsWith = (
  materials: readonly Material[],
  { search, topic, kind, language, state }: MaterialQuestion,
): Material[] =>
  found(
    materials.filter(
      (m) =>
        (!topic || m.topics.includes(topic)) &&
        (!kind || m.kind === kind) &&
        (!language || m.language === language) &&
        (!state || m.state === state),
    ),
    search,
    (m) => ({ texts: [m.title, ...m.topics.map((t) => TOPIC_NAMES[t]), m.author?.name, m.summary] }),
  );
