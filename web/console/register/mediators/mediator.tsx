import type { FC } from 'hono/jsx';
import { readUnits } from '../../../../functions/directory/units/list';
import { unitsNow } from '../../../../functions/directory/units/successors';
import type { Change } from '../../../../functions/platform/audit/change';
import { Problem } from '../../../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../../../functions/platform/text/phone';
import { mayPrivacy } from '../../../../functions/privacy/may';
import { allowedMediator } from '../../../../functions/register/mediators/allowed';
import type { Mediator } from '../../../../functions/register/mediators/mediator';
import { shownSteps } from '../../../../functions/register/mediators/steps';
import { GENDER_WORDS, ROLE_WORDS } from '../../../../functions/register/mediators/traits';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { Done } from '../../../ui/console';
import { Summary } from '../../../ui/summary';
import { History, readStory } from '../../history/history';
import { LINK_DONE } from '../parts/decide-link';
import { placeWords, RegisterPage } from '../parts/register-page';
import { STATE_WORDS, stepWords, trainerWords } from '../parts/words';
import { Classes, readHistory } from './classes';

const DONE_WORDS: Record<string, string> = {
  [DONE.created]: 'Đã thêm hòa giải viên.',
  [DONE.saved]: 'Đã lưu thông tin.',
  [DONE.recognised]: 'Đã ghi công nhận.',
  [DONE.dismissed]: 'Đã ghi thôi làm hòa giải viên.',
  [DONE.electedAgain]: 'Đã ghi bầu lại. Khi có quyết định, vui lòng ghi công nhận.',
  [DONE.trainerMarked]: 'Đã lưu thông tin tập huấn viên.',
  [DONE.restricted]: 'Đã hạn chế thông tin của người này.',
  [DONE.unrestricted]: 'Đã bỏ hạn chế thông tin của người này.',
  [DONE.merged]: 'Đã gộp hai hồ sơ. Khi gộp nhầm, ông/bà có thể chọn “Tách hồ sơ đã gộp”.',
  [DONE.split]: 'Đã tách hồ sơ này ra. Vui lòng kiểm tra lại thông tin của cả hai hồ sơ.',
  [DONE.mergedAway]: 'Hồ sơ vừa mở đã được gộp vào hồ sơ này.',
  ...LINK_DONE,
};

const FIELD_WORDS = {
  fullName: 'họ tên',
  phone: 'số điện thoại',
  gender: 'giới tính',
  yearOfBirth: 'năm sinh',
  qualification: 'trình độ chuyên môn',
  position: 'chức vụ, công việc',
  teamId: 'tổ hòa giải',
  role: 'vai trò trong tổ',
  steps: 'việc bầu, công nhận, thôi làm',
  trainer: 'tập huấn viên',
  restricted: 'việc hạn chế thông tin',
  agreed: 'dân tộc',
  declined: 'dân tộc',
  merged: 'việc gộp, tách hồ sơ',
  absorbed: 'việc gộp, tách hồ sơ',
};

/** What a merger or a split did, in the history of the record that stayed. */
const mergerWords = ({ fields: { absorbed } }: Change): string | undefined => {
  if (!absorbed || absorbed === 'hidden') return undefined;
  const count = (ids: unknown) => (Array.isArray(ids) ? ids.length : 0);
  return count(absorbed.to) > count(absorbed.from)
    ? 'gộp một hồ sơ trùng vào hồ sơ này'
    : 'tách một hồ sơ đã gộp ra khỏi hồ sơ này';
};

/** One mediator: what is on file, what was decided, and what may be recorded next. A merged record leads to the one that stayed. */
export const mediatorPage = async (c: Page): Promise<Response> => {
  try {
    return await shownMediator(c);
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'mediator-merged')) throw error;
    const stayed = routes.consoleMediator(String(error.detail.id));
    return c.redirect(withQuery(stayed, { [QUERY.done]: DONE.mergedAway }));
  }
};

const shownMediator = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const account = c.get('account');
  const id = c.req.param('id')!;
  const { mediator: one, team, rights } = await allowedMediator(world, account, id, 'seePeople');
  const [units, history] = await Promise.all([readUnits(world), readHistory(world, one)]);
  return c.html(
    <RegisterPage c={c} title={one.fullName} back={{ href: routes.consoleTeam(team.id), label: team.name }}>
      <Done c={c} words={DONE_WORDS} />
      <Summary
        rows={[
          ['Tình trạng', STATE_WORDS[one.state]],
          ['Tổ hòa giải', `${team.name}, ${placeWords(units, team.unitId, unitsNow(units, team.unitId))}`],
          ['Vai trò trong tổ', ROLE_WORDS[one.role]],
          ['Số điện thoại', one.phone && <a href={`tel:${dialPhone(one.phone)}`}>{showPhone(one.phone)}</a>],
          ['Giới tính', one.gender && GENDER_WORDS[one.gender]],
          ['Năm sinh', one.yearOfBirth && String(one.yearOfBirth)],
          ['Trình độ chuyên môn', one.qualification],
          ['Chức vụ, công việc', one.position],
          ['Tập huấn viên', trainerWords(one.trainer)],
        ]}
      />
      <Steps steps={one.steps} />
      <Classes one={one} history={history} decide={rights.setRules} />
      <Acts one={one} rights={rights} mayForget={mayPrivacy(account).forget} />
      {rights.edit && (
        <History
          story={await readStory(world, one.id)}
          fields={FIELD_WORDS}
          created="thêm hòa giải viên"
          told={mergerWords}
        />
      )}
    </RegisterPage>,
  );
};

const Steps: FC<Pick<Mediator, 'steps'>> = ({ steps }) => (
  <section>
    <h2>Bầu, công nhận, thôi làm</h2>
    <ol>
      {shownSteps(steps).map((step) => (
        <li>
          {stepWords(step)}
          {!step.number && step.state === 'recognised' && <span class="soft"> (chưa có số quyết định)</span>}
          {step.from && <span class="soft"> (từ hồ sơ đã gộp)</span>}
        </li>
      ))}
    </ol>
  </section>
);

interface ActsProps {
  one: Mediator;
  rights: { edit: boolean; seeEthnicity: boolean };
  mayForget: boolean;
}

/** What may be done now: only what follows from the present state. */
const Acts: FC<ActsProps> = ({ one, rights, mayForget }) => {
  const to = (part: Parameters<typeof routes.consoleMediatorPart>[1]) =>
    routes.consoleMediatorPart(one.id, part);
  const acts: [boolean, string, string][] = [
    [rights.edit && one.state === 'elected', to('cong-nhan'), 'Ghi công nhận'],
    [rights.edit && one.state === 'dismissed', to('bau-lai'), 'Ghi bầu lại'],
    [rights.edit && !one.restricted, to('sua'), 'Sửa thông tin, chuyển tổ'],
    [rights.edit && !one.restricted, to('gop'), 'Gộp hồ sơ trùng'],
    [rights.edit && !one.restricted && one.absorbed !== undefined, to('tach'), 'Tách hồ sơ đã gộp'],
    [rights.edit, to('tap-huan-vien'), 'Tập huấn viên'],
    [rights.edit && one.state !== 'dismissed', to('thoi-lam'), 'Ghi thôi làm'],
    [rights.edit && one.state === 'recognised', to('cong-nhan'), 'Sửa quyết định công nhận'],
    [rights.seeEthnicity, to('dan-toc'), 'Dân tộc'],
    [rights.seeEthnicity, to('han-che'), one.restricted ? 'Bỏ hạn chế thông tin' : 'Hạn chế thông tin'],
    [mayForget, to('xoa-du-lieu'), 'Xóa dữ liệu cá nhân'],
  ];
  const shown = acts.filter(([may]) => may);
  return shown.length === 0 ? null : (
    <p class="actions">
      {shown.map(([, href, words]) => (
        <a class="btn plain" href={href}>
          {words}
        </a>
      ))}
    </p>
  );
};
