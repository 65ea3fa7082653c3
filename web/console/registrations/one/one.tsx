import type { FC } from 'hono/jsx';
import { may } from '../../../../functions/directory/accounts/may';
import { allUnits } from '../../../../functions/directory/units/list';
import { mayNominations } from '../../../../functions/events/nominations/may';
import { nominatorOf } from '../../../../functions/events/nominations/nomination';
import { isAhead } from '../../../../functions/events/registrations/eligibility';
import { queuePlaceAmongAll } from '../../../../functions/events/registrations/queue-place';
import { expectedElsewhere } from '../../../../functions/events/registrations/register/elsewhere';
import { isDelegate, type Registration } from '../../../../functions/events/registrations/registration';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import { deliveriesOf } from '../../../../functions/outbox/deliveries/find';
import { type Participation, participationsIn } from '../../../../functions/participation/participation';
import { capitalised } from '../../../../functions/platform/text/text';
import { iso } from '../../../../functions/platform/time/dates';
import { moment } from '../../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../../env';
import { ReadLink } from '../../../parts/notices/read-link';
import { stateTags, templateWords } from '../../../parts/notices/words';
import { AtOnce } from '../../../parts/registrations/at-once';
import { OwnLink } from '../../../parts/registrations/own-link';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { History, readStory, type Story } from '../../history/history';
import { registrationTold } from '../../history/told-words';
import { PrivacyLinks } from '../../privacy/links';
import { type One, oneFor } from '../parts/access';
import { Facts } from '../parts/facts';
import { StatusTag } from '../parts/words';
import { doneWords } from './done-words';
import { OfMediator } from './of-mediator';

interface OneProps extends One {
  c: Page;
  /** The place in the queue. */
  nth?: number;
  /** Events at the same time at which the person is expected, too. */
  elsewhere: Awaited<ReturnType<typeof expectedElsewhere>>;
  told: readonly Delivery[];
  story: Story;
  links: readonly Participation[];
  /** For an officer: whether the person stands in a quota of their area. */
  ofOfficer?: { mayFill: boolean };
}

/** One registration: its particulars, what may be done, what was told, who changed what. */
const RegistrationView: FC<OneProps> = (props) => {
  const { c, registration: r, event, nth, elsewhere, told, story } = props;
  const done = doneWords(c);
  return (
    <ConsolePage
      c={c}
      title={r.fullName}
      at={routes.consoleEvents()}
      back={{ href: routes.consoleRegistrations(event.id), label: `Người đăng ký: ${event.title}` }}
    >
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      <p>
        <StatusTag r={r} nth={nth} />
      </p>
      {r.restricted && (
        <p class="notice">
          Thông tin của người này đang được hạn chế từ {moment(r.restricted)}. Chỉ quản trị viên xem được;
          người này không được gửi thư, gọi báo.
        </p>
      )}
      {r.invitationId && (
        <p>
          Đại biểu của {r.bodyName}, theo trả lời giấy mời.{' '}
          <a href={routes.consoleInvitation(r.invitationId)}>Xem hoặc sửa trả lời</a>
        </p>
      )}
      <AtOnce people={[r]} elsewhere={elsewhere} />
      {props.ofOfficer && <OfOfficer registration={r} mayFill={props.ofOfficer.mayFill} />}
      <Actions {...props} />
      <Facts {...props} />
      <OfMediator links={props.links} decide={may(c.get('account')).schedule} />
      {props.rights.seeCode && !r.restricted && !r.forgotten && <OwnLink c={c} registration={r} forOther />}
      {told.length > 0 && <Told told={told} mayRead={props.rights.seeCode && !r.restricted} />}
      <PrivacyLinks c={c} registration={r} />
      <History story={story} fields={FIELD} created="ghi đăng ký" told={registrationTold(FIELD)} />
    </ConsolePage>
  );
};

/** What an officer may do with the person, and why no more. */
const OfOfficer: FC<{ registration: Registration; mayFill: boolean }> = ({ registration: r, mayFill }) =>
  mayFill && r.nominationId ? (
    <p class="actions no-print">
      <a class="btn plain" href={routes.consoleQuota(r.nominationId)}>
        Sửa, thay người trong danh sách của đơn vị
      </a>
    </p>
  ) : (
    <p class="notice">
      Người này không do đơn vị trong địa bàn cử, nên chỉ xem được. Cần sửa hoặc hủy, vui lòng gọi người phụ
      trách lớp; người tự đăng ký sửa được bằng mã đăng ký và số điện thoại của mình.
    </p>
  );

/** Approving, replacing and moving need an event that is still to come. */
const Actions: FC<OneProps> = ({ c, registration: r, event, rights }) => {
  const stands = event.status === 'published' && event.endsAt > iso(c.get('world').now());
  const link = (verb: Parameters<typeof routes.consoleDecide>[1], words: string) => (
    <a class="btn plain" href={routes.consoleDecide(r.id, verb)}>
      {words}
    </a>
  );
  return (
    <div class="actions no-print">
      {rights.approve && stands && (
        <form method="post" action={routes.consoleDecide(r.id, DONE.approved)}>
          <input type="hidden" name="version" value={String(r.version)} />
          <button type="submit" class="btn">
            Duyệt
          </button>
        </form>
      )}
      {rights.correct && link(DONE.corrected, 'Sửa thông tin')}
      {rights.replace && stands && link(DONE.replaced, 'Thay người')}
      {rights.move && stands && link(DONE.moved, 'Chuyển lớp')}
      {rights.decline && link(DONE.declined, 'Không duyệt')}
      {rights.cancel && link(DONE.cancelled, 'Hủy đăng ký')}
      {may(c.get('account')).manageAccounts &&
        !isDelegate(r) &&
        link(DONE.restricted, r.restricted ? 'Xem, bỏ hạn chế thông tin' : 'Hạn chế thông tin')}
      {rights.restore && isAhead(event, c.get('world').now()) && (
        <a
          class="btn plain"
          href={withQuery(routes.consoleMany(event.id), {
            [QUERY.act]: DONE.restored,
            [QUERY.chosen]: r.id,
          })}
        >
          Khôi phục
        </a>
      )}
    </div>
  );
};

/** @param mayRead the words have the code */
const Told: FC<{ told: readonly Delivery[]; mayRead: boolean }> = ({ told, mayRead }) => (
  <section>
    <h2>Đã báo những gì</h2>
    <ul>
      {told.map((d) => (
        <li>
          {capitalised(moment(d.toldAt ?? d.updatedAt))}: {templateWords(d.template)},{' '}
          {d.channel === 'email' ? 'qua thư' : 'gọi điện'},{' '}
          {stateTags(d)
            .map((tag) => tag.words.toLowerCase())
            .join(', ')}
          {mayRead && (
            <>
              {'. '}
              <ReadLink d={d} />
            </>
          )}
          {d.notes?.map(({ text, at }) => (
            <>
              <br />
              <span class="small">
                Ghi chú: {text} <span class="soft">({moment(at)})</span>
              </span>
            </>
          ))}
        </li>
      ))}
    </ul>
  </section>
);

const FIELD: Record<string, string> = {
  status: 'tình trạng',
  fullName: 'họ tên',
  phone: 'số điện thoại',
  email: 'email',
  unitId: 'đơn vị',
  unitName: 'tên đơn vị',
  bodyId: 'cơ quan',
  bodyName: 'tên cơ quan',
  teamName: 'tổ hòa giải',
  teamRole: 'vai trò',
  position: 'chức vụ',
  gender: 'giới tính',
  yearOfBirth: 'năm sinh',
  interpreter: 'phiên dịch',
  access: 'hỗ trợ',
  reason: 'lý do',
  code: 'mã đăng ký',
  replacedBy: 'người thay',
  claim: 'chỗ',
  forgotten: 'xóa dữ liệu',
  forgetRequest: 'yêu cầu xóa dữ liệu',
  came: 'điểm danh',
};

export const registrationPage: Handler = async (c) => {
  const world = c.get('world');
  const one = await oneFor(c);
  const { id } = one.registration;
  const [nth, elsewhere, deliveries, story, links] = await Promise.all([
    queuePlaceAmongAll(world, one.event, one.registration),
    expectedElsewhere(world, one.event, [one.registration]),
    deliveriesOf(world, id),
    readStory(world, id),
    participationsIn(world, id),
  ]);
  const told = deliveries.filter((d) => d.state !== 'dropped');
  const account = c.get('account');
  const nominator = nominatorOf(one.registration.nominationId ?? '');
  const ofOfficer = account?.role === 'officer' && {
    mayFill: mayNominations(account, await allUnits(world), { ...(nominator && { unitId: nominator }) }).fill,
  };
  return c.html(
    <RegistrationView
      c={c}
      {...one}
      nth={nth}
      elsewhere={elsewhere}
      told={told}
      story={story}
      links={links}
      {...(ofOfficer && { ofOfficer })}
    />,
  );
};
