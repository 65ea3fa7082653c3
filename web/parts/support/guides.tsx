import type { FC } from 'hono/jsx';
import { listMaterials, materialsWith } from '../../../functions/library/materials/list';
import type { Material } from '../../../functions/library/materials/material';
import type { World } from '../../../functions/platform/world/world';
import { routes } from '../../routes';

/** Guides of the library on asking a court to recognise a settlement. */
export const courtGuides = async (world: World): Promise<Material[]> =>
  materialsWith(await listMaterials(world), { topic: 'court-recognition', state: 'published' });

export const Guides: FC<{ guides: readonly Material[] }> = ({ guides }) =>
  guides.length > 0 && (
    <section aria-labelledby="huong-dan">
      <h2 id="huong-dan">Hướng dẫn về công nhận kết quả hòa giải thành tại Tòa án</h2>
      <ul>
        {guides.map(({ id, title }) => (
          <li>
            <a href={routes.material(id)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
