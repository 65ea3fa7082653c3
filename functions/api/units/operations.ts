import * as z from 'zod';
import { addUnit } from '../../directory/units/add';
import { listUnits } from '../../directory/units/list';
import { mayUnits } from '../../directory/units/may';
import { UNIT_KINDS, type Unit, UnitInput } from '../../directory/units/unit';
import { unitLabel } from '../../directory/units/words';
import { cutPage, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

const UnitView = z
  .object({
    id: z.string(),
    name: z.string(),
    label: z.string().describe('As people say it: "Huyện Gò Quao"'),
    kind: z.enum(UNIT_KINDS),
    parentId: z.string().optional(),
    validFrom: z.string(),
    validTo: z.string().optional(),
  })
  .meta({ id: 'Unit' });

const view = (u: Unit): z.output<typeof UnitView> => ({
  id: u.id,
  name: u.name,
  label: unitLabel(u),
  kind: u.kind,
  parentId: u.parentId,
  validFrom: u.validFrom,
  validTo: u.validTo,
});

export const operations = [
  operation({
    id: 'listUnits',
    method: 'get',
    path: '/units',
    tag: 'Units',
    summary: 'The administrative areas in force',
    who: 'public',
    query: z.object({
      parentId: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(500),
      cursor: z.string().optional(),
    }),
    status: 200,
    answer: pageOf(UnitView),
    run: async ({ world, query }) => {
      const all = (await listUnits(world)).filter((u) => !query.parentId || u.parentId === query.parentId);
      const { items, next } = cutPage(all, query);
      return { items: items.map(view), next };
    },
  }),
  operation({
    id: 'createUnit',
    method: 'post',
    path: '/units',
    tag: 'Units',
    summary: 'Add a unit, e.g. a commune of a district',
    who: 'staff',
    body: UnitInput,
    example: { name: 'Mẫu mới', kind: 'commune', parentId: 'unt_goquao' },
    status: 201,
    answer: UnitView,
    run: async ({ world, account, body }) => {
      if (!mayUnits(account).add) throw new Problem('forbidden', 'forbidden');
      return view(await addUnit(world, body));
    },
  }),
];
