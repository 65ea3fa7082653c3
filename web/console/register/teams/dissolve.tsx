import { parse } from '../../../../functions/platform/input/parse';
import { showCount } from '../../../../functions/platform/text/count';
import { typedDate } from '../../../../functions/platform/time/typed';
import { allowedTeam } from '../../../../functions/register/mediators/allowed';
import { dissolveTeam } from '../../../../functions/register/mediators/dissolve-team';
import { membersOf } from '../../../../functions/register/mediators/find';
import { Decision } from '../../../../functions/register/teams/decision';
import type { Team } from '../../../../functions/register/teams/team';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Button, defineForm, versionIn } from '../../../ui/form';
import { RegisterPage } from '../parts/register-page';
import { decisionWords } from '../parts/words';

interface Shown {
  team: Team;
  members: number;
}

const dissolveForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    number: { label: 'Số quyết định' },
    on: { label: 'Ngày quyết định', date: true },
  }),
  fill: ({ team }: Shown) => ({ version: String(team.version) }),
  page: (c, form, { team, members }) => (
    <RegisterPage
      c={c}
      title={team.dissolved ? `Bỏ ghi giải thể ${team.name}?` : `Giải thể ${team.name}`}
      back={{ href: routes.consoleTeam(team.id), label: team.name }}
    >
      <div class="form">
        <form.Errors />
        {team.dissolved ? (
          <p>
            Đã ghi tổ này giải thể theo quyết định {decisionWords(team.dissolved)}. Nếu ghi nhầm, tổ có lại
            trong danh sách.
          </p>
        ) : members > 0 ? (
          <p class="notice">
            Tổ còn {showCount(members)} hòa giải viên. Vui lòng chuyển từng người sang tổ khác hoặc ghi thôi
            làm trước.
          </p>
        ) : (
          <p>Tổ không còn trong danh sách; những gì đã ghi về tổ vẫn được giữ.</p>
        )}
        <form.Post action={routes.consoleTeamDissolve(team.id)}>
          {!team.dissolved && members === 0 && <form.Fields />}
          {(team.dissolved || members === 0) && (
            <Button kind="warn">{team.dissolved ? 'Bỏ ghi giải thể' : 'Giải thể'}</Button>
          )}
        </form.Post>
      </div>
    </RegisterPage>
  ),
});

const read = async (c: Page): Promise<Shown> => {
  const world = c.get('world');
  const { team } = await allowedTeam(world, c.get('account'), c.req.param('id')!, 'edit');
  return { team, members: (await membersOf(world, team.id)).length };
};

/** Dissolves a team by a decision, or takes that back. */
export const dissolveTeamPage = {
  get: async (c: Page) => dissolveForm.show(c, await read(c)),
  post: async (c: Page) => {
    const { team } = await read(c);
    return dissolveForm.handle(
      c,
      async ({ fields }) => {
        const decision = team.dissolved
          ? undefined
          : parse(Decision, { number: fields.number ?? '', on: typedDate(fields.on ?? '') });
        await dissolveTeam(c.get('world'), team.id, versionIn(fields), decision);
        const done = decision ? DONE.dissolved : DONE.saved;
        return withQuery(routes.consoleTeam(team.id), { [QUERY.done]: done });
      },
      () => read(c),
    );
  },
};
