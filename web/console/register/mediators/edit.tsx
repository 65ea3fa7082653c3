import * as z from 'zod';
import { idOf } from '../../../../functions/platform/input/fields';
import { parse } from '../../../../functions/platform/input/parse';
import { newId } from '../../../../functions/platform/keys/ids';
import { Problem } from '../../../../functions/platform/problem/problem';
import { typedDate } from '../../../../functions/platform/time/typed';
import { allowedMediator, allowedTeam } from '../../../../functions/register/mediators/allowed';
import { createMediator, NewMediator } from '../../../../functions/register/mediators/create';
import { type Mediator, MediatorInput } from '../../../../functions/register/mediators/mediator';
import { updateMediator } from '../../../../functions/register/mediators/update';
import { allTeams, teamsWith } from '../../../../functions/register/teams/list';
import { ownAreaOf } from '../../../../functions/register/teams/may';
import type { Team } from '../../../../functions/register/teams/team';
import type { Page } from '../../../env';
import { unitName } from '../../../parts/units/levels';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, type Option, versionIn } from '../../../ui/form';
import { RegisterPage, readRights } from '../parts/register-page';
import { asksAnother, PERSON_FIELDS, particularsIn, particularsOf } from './fields';

/** What is asked of a person below name and phone, in the order of both pages. */
const ABOUT_PERSON = ['role', 'gender', 'yearOfBirth', 'qualification', 'position'] as const;

const newForm = defineForm({
  fields: () => ({
    ...PERSON_FIELDS,
    id: { as: 'hidden' },
    state: {
      as: 'select',
      label: 'Tình trạng',
      options: [
        { value: 'recognised', label: 'Đã được công nhận' },
        { value: 'elected', label: 'Mới được bầu, chờ công nhận' },
      ],
      errorsOf: ['begin.state'],
    },
    on: { label: 'Ngày công nhận, hoặc ngày bầu', date: true, errorsOf: ['begin.on'] },
    number: {
      label: 'Số quyết định công nhận',
      hint: 'Để trống nếu chưa tra được.',
      optional: true,
      errorsOf: ['begin.number'],
    },
  }),
  fill: (_: { team: Team }, c) => ({ id: newId('mediator', c.get('world').now()) }),
  page: (c, form, { team }) => (
    <RegisterPage
      c={c}
      title="Thêm hòa giải viên"
      back={{ href: routes.consoleTeam(team.id), label: team.name }}
    >
      <div class="form">
        <form.Errors />
        <form.Post action={routes.consoleNewMediator(team.id)}>
          <form.Field name="fullName" />
          <form.Field name="phone" />
          {asksAnother(form) && <form.Field name="anotherPerson" />}
          {ABOUT_PERSON.map((name) => (
            <form.Field name={name} />
          ))}
          <form.Field name="state" />
          <form.Field name="on" />
          <form.Field name="number" />
          <Button>Lưu</Button>
        </form.Post>
      </div>
    </RegisterPage>
  ),
});

const teamFor = async (c: Page): Promise<{ team: Team }> => {
  const { team } = await allowedTeam(c.get('world'), c.get('account'), c.req.param('id')!, 'edit');
  return { team };
};

/** Adds a mediator to a team. */
export const newMediatorPage = {
  get: async (c: Page) => newForm.show(c, await teamFor(c)),
  post: async (c: Page) => {
    const { team } = await teamFor(c);
    const world = c.get('world');
    return newForm.handle(
      c,
      async ({ fields }) => {
        const input = parse(NewMediator, {
          ...particularsIn(fields),
          teamId: team.id,
          begin: { state: fields.state, on: typedDate(fields.on ?? ''), number: fields.number },
          anotherPerson: fields.anotherPerson !== undefined,
        });
        const id = parse(idOf('med'), fields.id ?? newId('mediator', world.now()));
        const made = await createMediator(world, input, { id });
        return withQuery(routes.consoleMediator(made.id), { [QUERY.done]: DONE.created });
      },
      { team },
    );
  },
};

const editForm = defineForm({
  fields: () => ({
    ...PERSON_FIELDS,
    version: { as: 'hidden' },
    teamId: { as: 'select', label: 'Tổ hòa giải', errorsOf: ['teamId'] },
  }),
  fill: ({ mediator }: { mediator: Mediator }) => ({
    ...particularsOf(mediator),
    version: String(mediator.version),
    teamId: mediator.teamId,
  }),
  page: async (c, form, { mediator }) => (
    <RegisterPage
      c={c}
      title={`Sửa thông tin ${mediator.fullName}`}
      back={{ href: routes.consoleMediator(mediator.id), label: mediator.fullName }}
    >
      <div class="form">
        <form.Errors />
        <form.Post action={routes.consoleMediatorPart(mediator.id, 'sua')}>
          <form.Field name="fullName" />
          <form.Field name="phone" />
          {asksAnother(form) && <form.Field name="anotherPerson" />}
          <form.Field name="teamId" options={await teamChoices(c, mediator.teamId)} />
          {ABOUT_PERSON.map((name) => (
            <form.Field name={name} />
          ))}
          <Button>Lưu</Button>
        </form.Post>
      </div>
    </RegisterPage>
  ),
});

/** The teams of the account's area, each under its commune; the present one also where it is dissolved. */
const teamChoices = async (c: Page, now: string): Promise<Option[]> => {
  const { units } = await readRights(c);
  const all = await allTeams(c.get('world'));
  const own = teamsWith(all, units, { areas: [ownAreaOf(c.get('account'))] });
  const present = own.some(({ id }) => id === now) ? [] : all.filter(({ id }) => id === now);
  return [...present, ...own].map(({ id, name, unitId }) => ({
    value: id,
    label: name,
    group: unitName(units.all, unitId),
  }));
};

const TeamOf = z.object({ teamId: MediatorInput.shape.teamId });

const read = async (c: Page): Promise<{ mediator: Mediator }> => {
  const { mediator } = await allowedMediator(c.get('world'), c.get('account'), c.req.param('id')!, 'edit');
  if (mediator.restricted) throw new Problem('conflict', 'mediator-restricted');
  return { mediator };
};

/** Corrects what is on file of a mediator, or moves them to another team. */
export const editMediatorPage = {
  get: async (c: Page) => editForm.show(c, await read(c)),
  post: async (c: Page) => {
    const { mediator } = await read(c);
    const world = c.get('world');
    return editForm.handle(
      c,
      async ({ fields }) => {
        const { teamId } = parse(TeamOf, { teamId: fields.teamId });
        const input = parse(MediatorInput, { ...particularsIn(fields), teamId });
        await allowedTeam(world, c.get('account'), teamId, 'edit');
        const isAnother = fields.anotherPerson !== undefined;
        await updateMediator(world, mediator.id, versionIn(fields), { ...input, isAnother });
        return withQuery(routes.consoleMediator(mediator.id), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    );
  },
};
