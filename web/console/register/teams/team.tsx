import type { FC } from 'hono/jsx';
import { readUnits } from '../../../../functions/directory/units/list';
import { unitsNow } from '../../../../functions/directory/units/successors';
import { showCount } from '../../../../functions/platform/text/count';
import { allowedTeam } from '../../../../functions/register/mediators/allowed';
import { everMembersOf } from '../../../../functions/register/mediators/find';
import type { Mediator } from '../../../../functions/register/mediators/mediator';
import { ROLE_WORDS, ROLES_IN_TEAM } from '../../../../functions/register/mediators/traits';
import type { Page } from '../../../env';
import { DONE } from '../../../query';
import { routes } from '../../../routes';
import { Done } from '../../../ui/console';
import { Summary } from '../../../ui/summary';
import { History, readStory } from '../../history/history';
import { PhoneCell, placeWords, RegisterPage } from '../parts/register-page';
import { decisionWords, STATE_WORDS } from '../parts/words';

const DONE_WORDS: Record<string, string> = {
  [DONE.created]: 'Đã thêm tổ. Tiếp theo, vui lòng thêm các hòa giải viên của tổ.',
  [DONE.saved]: 'Đã lưu thông tin tổ.',
  [DONE.dissolved]: 'Đã ghi tổ giải thể.',
};

const FIELD_WORDS = {
  name: 'tên',
  unitId: 'xã, phường',
  hamlet: 'ấp, khu phố',
  founded: 'quyết định thành lập',
  dissolved: 'việc giải thể',
};

/** One team: what is on file, and its mediators. */
export const teamPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const account = c.get('account');
  const { team, rights } = await allowedTeam(world, account, c.req.param('id')!, 'seeTeams');
  const units = await readUnits(world);
  const ever = rights.seePeople ? await everMembersOf(world, team.id) : [];
  const known = ever.filter(({ forgotten }) => !forgotten);
  const members = known
    .filter(({ state }) => state !== 'dismissed')
    .sort((a, b) => ROLES_IN_TEAM.indexOf(a.role) - ROLES_IN_TEAM.indexOf(b.role));
  const former = known.filter(({ state }) => state === 'dismissed');
  const add = rights.edit && !team.dissolved && (
    <a class="btn" href={routes.consoleNewMediator(team.id)}>
      Thêm hòa giải viên
    </a>
  );
  return c.html(
    <RegisterPage
      c={c}
      title={team.name}
      back={{ href: routes.consoleTeams(), label: 'Tổ hòa giải' }}
      action={add}
    >
      <Done c={c} words={DONE_WORDS} />
      <Summary
        rows={[
          ['Xã, phường', placeWords(units, team.unitId, unitsNow(units, team.unitId))],
          ['Ấp, khu phố', team.hamlet],
          ['Thành lập', decisionWords(team.founded)],
          ['Giải thể', decisionWords(team.dissolved)],
        ]}
      />
      {rights.seePeople && (
        <section>
          <h2>Hòa giải viên</h2>
          {members.length === 0 ? (
            <div class="empty">
              {team.dissolved ? 'Tổ không còn hòa giải viên.' : 'Tổ chưa có hòa giải viên nào.'}
            </div>
          ) : (
            <Members members={members} caption={`${showCount(members.length)} hòa giải viên của tổ`} />
          )}
          {former.length > 0 && (
            <details>
              <summary>Đã thôi làm: {showCount(former.length)}</summary>
              <Members members={former} caption="Người đã thôi làm hòa giải viên" />
            </details>
          )}
        </section>
      )}
      {rights.edit && (
        <>
          <p class="actions">
            <a class="btn plain" href={routes.consoleTeamEdit(team.id)}>
              Sửa thông tin tổ
            </a>
            <a class="btn plain" href={routes.consoleTeamDissolve(team.id)}>
              {team.dissolved ? 'Bỏ ghi giải thể' : 'Giải thể'}
            </a>
          </p>
          <History story={await readStory(world, team.id)} fields={FIELD_WORDS} created="thêm tổ" />
        </>
      )}
    </RegisterPage>,
  );
};

const Members: FC<{ members: readonly Mediator[]; caption: string }> = ({ members, caption }) => (
  <div class="scroll" tabindex={0} role="region" aria-label={caption}>
    <table class="stacked">
      <caption class="hidden-label">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Họ và tên</th>
          <th scope="col">Vai trò</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">Điện thoại</th>
        </tr>
      </thead>
      <tbody>
        {members.map((one) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleMediator(one.id)}>{one.fullName}</a>
            </th>
            <td>{ROLE_WORDS[one.role]}</td>
            <td>{STATE_WORDS[one.state]}</td>
            <PhoneCell phone={one.phone} />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
