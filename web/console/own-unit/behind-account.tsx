import type { FC } from 'hono/jsx';
import { byAccount } from '../../../functions/events/nominations/filling';
import { viewNomination } from '../../../functions/events/nominations/read';
import type { Behind, DeskPaths, FrameProps } from '../../parts/nominations/desk';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Island } from '../../ui/island';

/** The quota in a route: the person of a page is `:id`. */
export const QUOTA_ID = ':quota';

/** Where an officer fills a quota. */
export const quotaPaths = (id: string): DeskPaths => ({
  list: routes.consoleQuota(id),
  paste: routes.consoleQuotaPart(id, 'dan-tu-excel'),
  mediators: routes.consoleQuotaPart(id, 'hoa-giai-vien'),
  template: routes.consoleQuotaPart(id, 'mau-danh-sach.xlsx'),
  letter: routes.consoleQuotaPart(id, 'cong-van.pdf'),
  slips: routes.consoleQuotaPart(id, 'in-phieu'),
  call: routes.consoleQuotaPart(id, 'da-bao'),
  reserve: routes.consoleQuotaPart(id, 'du-bi'),
  replace: (person) => routes.consoleNominee(id, person, 'thay'),
  slip: (person) => routes.consoleNominee(id, person, 'phieu'),
  withdraw: (person) => routes.consoleNominee(id, person, 'bo'),
  seat: (person) => routes.consoleNominee(id, person, 'cu-chinh-thuc'),
  correct: (person) => routes.consoleNominee(id, person, 'sua'),
});

/** A page of a quota in the console. The heading stands in the bar. */
const OfficerPage: FC<FrameProps> = ({ c, desk, title, above, children, first, narrow }) => {
  // The organizer comes from the quotas of the event.
  const home =
    c.get('account')?.role === 'officer'
      ? { name: 'Đơn vị của tôi', href: routes.console() }
      : { name: 'Cử người', href: routes.consoleNominations(desk.event.id) };
  const content = (
    <>
      {above}
      {children}
    </>
  );
  return (
    <ConsolePage
      c={c}
      title={first ? desk.event.title : title}
      at={routes.console()}
      back={{ href: first ? home.href : desk.paths.list, label: first ? home.name : desk.event.title }}
    >
      {narrow ? <div class="form">{content}</div> : content}
      <Island name="form" />
    </ConsolePage>
  );
};

/** Answers for the organizer, and for an officer of the quota's area: to other officers there is no such quota. */
export const behindAccount: Behind = (answer) => async (c) => {
  const hands = await byAccount(c.get('world'), c.get('account'), c.req.param('quota') ?? '');
  const view = await viewNomination(hands.world, hands.filling.nomination);
  const paths = quotaPaths(view.nomination.id);
  return answer(c, { ...view, hands, paths, Frame: OfficerPage });
};
