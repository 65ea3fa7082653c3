import type { Child, FC } from 'hono/jsx';
import { getVisit } from '../../../functions/visits/change';
import type { Finding } from '../../../functions/visits/finding';
import { mustSeeVisit, mustWriteVisits } from '../../../functions/visits/may';
import { getFinding } from '../../../functions/visits/record';
import type { Visit } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done, type WayBack } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** The visit of the path. @throws Problem forbidden where it is outside of the account's area */
export const readVisit = async (c: Page): Promise<Visit> => {
  const world = c.get('world');
  return mustSeeVisit(world, c.get('account'), await getVisit(world, idOf(c)));
};

/** The finding of the path. @throws Problem forbidden where it is outside of the account's area */
export const readFinding = async (c: Page): Promise<Finding> => {
  const world = c.get('world');
  return mustSeeVisit(world, c.get('account'), await getFinding(world, idOf(c)));
};

/** @throws Problem forbidden */
export const mustWrite = (c: Page): Promise<void> => mustWriteVisits(c.get('world'), c.get('account'));

const DONE_WORDS = {
  [DONE.created]:
    'Đã lập buổi kiểm tra. Đơn vị được báo qua thư điện tử hoặc có tên trong danh sách cần gọi.',
  [DONE.saved]: 'Đã lưu buổi kiểm tra.',
  [DONE.added]: 'Đã ghi nội dung kiểm tra. Đơn vị được báo và đề nghị giải trình.',
  [DONE.sent]: 'Đã gửi đề nghị tới đơn vị.',
  [DONE.concluded]: 'Đã ghi kết luận kiểm tra. Đơn vị được báo kết luận.',
  [DONE.cancelled]: 'Đã ghi không tổ chức buổi kiểm tra. Đơn vị được báo lý do.',
  [DONE.closed]: 'Đã kết thúc nội dung cần khắc phục. Đơn vị không sửa giải trình được nữa.',
  [DONE.withdrawn]: 'Đã rút nội dung kiểm tra. Đường dẫn của đơn vị hết hiệu lực.',
};

interface BelowProps {
  c: Page;
  title: string;
  /** The page above, where it is not the list of visits. */
  back?: WayBack | undefined;
  action?: Child;
  children: Child;
}

/** A page below the list of visits, with the way back. */
export const BelowVisits: FC<BelowProps> = ({ c, title, back, action, children }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleVisits()}
    action={action}
    back={back ?? { href: routes.consoleVisits(), label: 'Kiểm tra' }}
  >
    <Done c={c} words={DONE_WORDS} />
    {children}
  </ConsolePage>
);

export const toVisit = ({ id, about }: Visit): WayBack => ({
  href: routes.consoleVisit(id),
  label: `Kiểm tra: ${about.unitName}`,
});

export const toFinding = ({ id, title }: Finding): WayBack => ({
  href: routes.consoleFinding(id),
  label: title,
});
