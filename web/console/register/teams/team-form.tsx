import { readUnits, type Units } from '../../../../functions/directory/units/list';
import { isInArea } from '../../../../functions/directory/units/successors';
import { unitLabel } from '../../../../functions/directory/units/words';
import { idOf } from '../../../../functions/platform/input/fields';
import { parse } from '../../../../functions/platform/input/parse';
import { newId } from '../../../../functions/platform/keys/ids';
import { Problem } from '../../../../functions/platform/problem/problem';
import { shortDay } from '../../../../functions/platform/time/format-date';
import { typedDate } from '../../../../functions/platform/time/typed';
import { allowedTeam } from '../../../../functions/register/mediators/allowed';
import { createTeam } from '../../../../functions/register/teams/create';
import { mustRegister, ownAreaOf } from '../../../../functions/register/teams/may';
import { type Team, TeamInput } from '../../../../functions/register/teams/team';
import { updateTeam } from '../../../../functions/register/teams/update';
import type { Page } from '../../../env';
import { communeOptions } from '../../../parts/units/levels';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, type FieldSpec, type Fields, type Option, versionIn } from '../../../ui/form';
import { RegisterPage, readRights } from '../parts/register-page';

const FIELDS = {
  version: { as: 'hidden' },
  id: { as: 'hidden' },
  unitId: { as: 'select', label: 'Xã, phường, thị trấn', empty: 'Chọn', errorsOf: ['unitId'] },
  name: { label: 'Tên tổ', hint: 'Ví dụ: Tổ hòa giải ấp Hòa Bình.' },
  hamlet: { label: 'Ấp, khu phố', optional: true },
  number: {
    label: 'Số quyết định thành lập',
    hint: 'Nếu biết. Điền cả số và ngày, hoặc để trống cả hai.',
    optional: true,
    errorsOf: ['founded.number'],
  },
  on: { label: 'Ngày quyết định', date: true, optional: true, errorsOf: ['founded.on'] },
} as const satisfies Record<string, FieldSpec>;
type Name = keyof typeof FIELDS;

const readInput = (fields: Readonly<Fields<Name>>): TeamInput =>
  parse(TeamInput, {
    name: fields.name ?? '',
    unitId: fields.unitId ?? '',
    hamlet: fields.hamlet,
    ...((fields.number || fields.on) && {
      founded: { number: fields.number ?? '', on: typedDate(fields.on ?? '') },
    }),
  });

/** The communes of today within the account's area, and the one that the team has. */
const communesFor = (c: Page, units: Units, team?: Team): Option[] => {
  const area = ownAreaOf(c.get('account'));
  const now = units.inForce.filter((unit) => area === undefined || isInArea(units.all, unit.id, area));
  const own = now.some(({ id }) => id === team?.unitId) ? undefined : team;
  const ended = units.all.filter(({ id }) => id === own?.unitId);
  const options = communeOptions(now, units);
  return [...ended.map((unit) => ({ value: unit.id, label: unitLabel(unit) })), ...options];
};

const teamForm = defineForm({
  fields: () => FIELDS,
  fill: ({ team, unitId }: { team?: Team; unitId?: string | undefined }, c) => ({
    ...(team
      ? {
          version: String(team.version),
          name: team.name,
          unitId: team.unitId,
          hamlet: team.hamlet,
          number: team.founded?.number,
          on: team.founded && shortDay(team.founded.on),
        }
      : { id: newId('team', c.get('world').now()), unitId }),
  }),
  page: async (c, form, { team }) => {
    const units = await readUnits(c.get('world'));
    return (
      <RegisterPage
        c={c}
        title={team ? `Sửa ${team.name}` : 'Thêm tổ hòa giải'}
        back={
          team
            ? { href: routes.consoleTeam(team.id), label: team.name }
            : { href: routes.consoleTeams(), label: 'Tổ hòa giải' }
        }
      >
        <div class="form">
          <form.Errors />
          <form.Post action={team ? routes.consoleTeamEdit(team.id) : routes.consoleNewTeam()}>
            <form.Field name="unitId" options={communesFor(c, units, team)} />
            <form.Field name="name" />
            <form.Field name="hamlet" />
            <form.Field name="number" />
            <form.Field name="on" />
            <Button>Lưu</Button>
          </form.Post>
        </div>
      </RegisterPage>
    );
  },
});

/** Adds a team. */
export const newTeamPage = {
  get: async (c: Page) => {
    if (!(await readRights(c)).rights.edit) throw new Problem('forbidden', 'forbidden');
    return teamForm.show(c, { unitId: c.req.query(QUERY.area) });
  },
  post: async (c: Page) => {
    const { units, rights } = await readRights(c);
    if (!rights.edit) throw new Problem('forbidden', 'forbidden');
    return teamForm.handle(
      c,
      async ({ fields }) => {
        const input = readInput(fields);
        mustRegister('edit', c.get('account'), units.all, input.unitId);
        const id = parse(idOf('team'), fields.id ?? newId('team', c.get('world').now()));
        const team = await createTeam(c.get('world'), input, { id });
        return withQuery(routes.consoleTeam(team.id), { [QUERY.done]: DONE.created });
      },
      {},
    );
  },
};

/** Corrects what is on file of a team. */
export const editTeamPage = {
  get: async (c: Page) => teamForm.show(c, await read(c)),
  post: async (c: Page) => {
    const { team } = await read(c);
    return teamForm.handle(
      c,
      async ({ fields }) => {
        const input = readInput(fields);
        const { all } = await readUnits(c.get('world'), input.unitId);
        mustRegister('edit', c.get('account'), all, input.unitId);
        await updateTeam(c.get('world'), team.id, versionIn(fields), input);
        return withQuery(routes.consoleTeam(team.id), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    );
  },
};

const read = async (c: Page): Promise<{ team: Team }> => {
  const { team } = await allowedTeam(c.get('world'), c.get('account'), c.req.param('id')!, 'edit');
  return { team };
};
