import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { addUnit } from '../../directory/units/add';
import { endUnit } from '../../directory/units/end';
import { readUnits } from '../../directory/units/list';
import { mayUnits } from '../../directory/units/may';
import { PilotInput, setPilot } from '../../directory/units/pilot/pilot';
import { readTiles, setTiles, TileMapEdit, TileRows } from '../../directory/units/tiles/tile-map';
import { UNIT_KINDS, type Unit } from '../../directory/units/unit';
import { UnitInput, unitDay } from '../../directory/units/unit-input';
import { updateUnit, versionOf } from '../../directory/units/update';
import { unitLabel } from '../../directory/units/words';
import { cutPage, idOf, optional, pageOf, versionField } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

const UnitView = z
  .object({
    id: z.string(),
    name: z.string(),
    label: z.string().describe('As people say it: "Huyện Gò Quao"'),
    kind: z.enum(UNIT_KINDS),
    parentId: z.string().optional(),
    validFrom: z.string().describe('The first day on which it is in force'),
    validTo: z.string().optional().describe('The first day on which it is no longer in force'),
    successorIds: z.array(z.string()).optional().describe('What it was merged into or divided among'),
    code: z.string().optional(),
    pilot: z
      .object({ from: z.number(), to: z.number().optional() })
      .optional()
      .describe('The years in which it is in the pilot of a plan'),
    version: z.number(),
  })
  .meta({ id: 'Unit' });

const TileMapView = z.object({ rows: TileRows, version: z.number() }).meta({ id: 'TileMap' });

const view = (u: Unit): z.output<typeof UnitView> => ({
  id: u.id,
  name: u.name,
  label: unitLabel(u),
  kind: u.kind,
  parentId: u.parentId,
  validFrom: u.validFrom,
  validTo: u.validTo,
  successorIds: u.successorIds,
  code: u.code,
  pilot: u.pilot,
  version: versionOf(u),
});

const oneUnit = (example: string) => z.object({ unitId: idOf('unt').meta({ param: { example } }) });
const version = versionField.describe('The version that was read: 412 where it changed');

const mustChange = (account: Account): void => {
  if (!mayUnits(account).change) throw new Problem('forbidden', 'forbidden');
};

export const operations = [
  operation({
    id: 'listUnits',
    method: 'get',
    path: '/units',
    tag: 'Units',
    summary: 'The administrative areas in force',
    description: 'With `ended` also those of before a reform, which old registrations name.',
    who: 'public',
    query: z.object({
      parentId: z.string().optional(),
      ended: z.enum(['true', 'false']).default('false'),
      limit: z.coerce.number().int().min(1).max(1_000).default(500),
      cursor: z.string().optional(),
    }),
    status: 200,
    answer: pageOf(UnitView),
    run: async ({ world, query }) => {
      const units = await readUnits(world);
      const all = (query.ended === 'true' ? units.all : units.inForce).filter(
        (u) => !query.parentId || u.parentId === query.parentId,
      );
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
    body: UnitInput.extend({ validFrom: optional(unitDay).describe('Left out: today') }),
    example: { name: 'Mẫu mới', kind: 'commune', parentId: 'unt_goquao' },
    status: 201,
    answer: UnitView,
    run: async ({ world, account, body }) => {
      if (!mayUnits(account).add) throw new Problem('forbidden', 'forbidden');
      const { validFrom, ...input } = body;
      return view(await addUnit(world, input, { ...(validFrom && { validFrom }) }));
    },
  }),
  operation({
    id: 'updateUnit',
    method: 'put',
    path: '/units/{unitId}',
    tag: 'Units',
    summary: 'Correct what is on file of a unit',
    description:
      'What is left out is taken away. A unit that got another name by a decision is ended, with the new one as its successor.',
    who: 'staff',
    params: oneUnit('unt_mau_9'),
    body: UnitInput.extend({ validFrom: optional(unitDay), version }),
    example: { name: 'mẫu 9', kind: 'commune', parentId: 'unt_tanhiep', version: 1 },
    status: 200,
    answer: UnitView,
    run: async ({ world, account, params, body }) => {
      mustChange(account);
      const { version: read, ...input } = body;
      return view(await updateUnit(world, params.unitId, read, input));
    },
  }),
  operation({
    id: 'endUnit',
    method: 'put',
    path: '/units/{unitId}/end',
    tag: 'Units',
    summary: 'End a unit, with the units that it was merged into or divided among',
    description: 'Without `validTo` the unit goes on: an end that was set before is taken back.',
    who: 'staff',
    params: oneUnit('unt_mau_10'),
    body: z.strictObject({
      validTo: optional(unitDay).describe('The first day on which it is no longer in force'),
      successorIds: z.array(z.string()).max(50).default([]),
      version,
    }),
    example: { validTo: '2027-07-01', successorIds: ['unt_mau_9'], version: 1 },
    status: 200,
    answer: UnitView,
    run: async ({ world, account, params, body }) => {
      mustChange(account);
      const { version: read, ...end } = body;
      return view(await endUnit(world, params.unitId, read, end));
    },
  }),
  operation({
    id: 'getTileMap',
    method: 'get',
    path: '/tile-map',
    tag: 'Units',
    summary: 'Where the units lie on the map of tiles',
    who: 'staff',
    status: 200,
    answer: TileMapView,
    run: async ({ world, account }) => {
      if (!mayUnits(account).see) throw new Problem('forbidden', 'forbidden');
      const { rows, version } = await readTiles(world);
      return { rows, version };
    },
  }),
  operation({
    id: 'setTileMap',
    method: 'put',
    path: '/tile-map',
    tag: 'Units',
    summary: 'Set where the units lie on the map of tiles',
    description: 'Names the `version` that was read; 412 where it was set in between.',
    who: 'staff',
    body: TileMapEdit,
    example: {
      rows: [
        ['', 'unt_hatien'],
        ['unt_phuquoc', 'unt_kienluong'],
      ],
      version: 2,
    },
    status: 200,
    answer: TileMapView,
    run: async ({ world, account, body }) => {
      mustChange(account);
      const { rows, version } = await setTiles(world, body.version, body.rows);
      return { rows, version };
    },
  }),
  operation({
    id: 'setPilot',
    method: 'put',
    path: '/units/{unitId}/pilot',
    tag: 'Units',
    summary: 'Mark a district or commune for the pilot of some years',
    description: 'Without `from` the mark is taken away.',
    who: 'staff',
    params: oneUnit('unt_mau_7'),
    body: PilotInput.extend({ version }),
    example: { from: 2032, to: 2033, version: 1 },
    status: 200,
    answer: UnitView,
    run: async ({ world, account, params, body }) => {
      mustChange(account);
      const { version: read, ...years } = body;
      return view(await setPilot(world, params.unitId, read, years));
    },
  }),
];
