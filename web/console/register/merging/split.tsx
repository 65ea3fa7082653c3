import { parse } from '../../../../functions/platform/input/parse';
import { localDate } from '../../../../functions/platform/time/dates';
import { shortDay } from '../../../../functions/platform/time/format-date';
import { allowedMediator } from '../../../../functions/register/mediators/allowed';
import { findMediators } from '../../../../functions/register/mediators/find';
import type { Mediator } from '../../../../functions/register/mediators/mediator';
import { allowedPair } from '../../../../functions/register/merging/allowed';
import { SplitInput, splitPeople } from '../../../../functions/register/merging/split';
import { teamsOf } from '../../../../functions/register/teams/list';
import type { Team } from '../../../../functions/register/teams/team';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, type Option, versionIn } from '../../../ui/form';
import { RegisterPage } from '../parts/register-page';

interface Shown {
  one: Mediator;
  merged: readonly Mediator[];
  teams: ReadonlyMap<string, Team>;
}

/** `Danh Thị Mẫu Sen, Tổ hòa giải ấp 2, gộp ngày 01/06/2021` */
const optionsOf = ({ merged, teams }: Shown): Option[] =>
  merged.map(({ id, fullName, teamId, merged: how }) => ({
    value: id,
    label: [fullName, teams.get(teamId)?.name, `gộp ngày ${shortDay(localDate(how!.at))}`]
      .filter(Boolean)
      .join(', '),
  }));

const splitForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    otherId: {
      as: 'radios',
      label: 'Tách hồ sơ nào?',
      codes: { '*': 'required' },
      errorsOf: ['teamId'],
    },
  }),
  fill: ({ one, merged }: Shown) => ({
    version: String(one.version),
    ...(merged.length === 1 && { otherId: merged[0]!.id }),
  }),
  page: (c, form, shown) => (
    <RegisterPage
      c={c}
      title={`Tách hồ sơ: ${shown.one.fullName}`}
      back={{ href: routes.consoleMediator(shown.one.id), label: shown.one.fullName }}
    >
      <div class="form">
        <form.Errors />
        {shown.merged.length > 0 ? (
          <>
            <p>
              Những gì có từ khi gộp trở về trước trở lại với hồ sơ được tách: thông tin, quyết định, lớp đã
              dự. Những gì ghi thêm hoặc sửa sau khi gộp ở lại với hồ sơ này.
            </p>
            <form.Post action={routes.consoleMediatorPart(shown.one.id, 'tach')}>
              <form.Field name="otherId" options={optionsOf(shown)} />
              <Button>Tách hồ sơ</Button>
            </form.Post>
          </>
        ) : (
          <div class="empty">Không có hồ sơ nào được gộp vào hồ sơ này.</div>
        )}
      </div>
    </RegisterPage>
  ),
});

const read = async (c: Page): Promise<Shown> => {
  const world = c.get('world');
  const { mediator: one } = await allowedMediator(world, c.get('account'), c.req.param('id')!, 'edit');
  const merged = (await findMediators(world, one.absorbed ?? [])).filter((record) => record.merged);
  return { one, merged, teams: await teamsOf(world, merged) };
};

/** Takes back that a record was merged into this one. */
export const splitPage = {
  get: async (c: Page) => splitForm.show(c, await read(c)),
  post: async (c: Page) => {
    const id = c.req.param('id')!;
    return splitForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const input = parse(SplitInput, { otherId: fields.otherId ?? '', version: versionIn(fields) });
        await allowedPair(world, c.get('account'), id, input.otherId);
        const back = await splitPeople(world, id, input);
        return withQuery(routes.consoleMediator(back.id), { [QUERY.done]: DONE.split });
      },
      () => read(c),
    );
  },
};
