import type { Child, FC } from 'hono/jsx';
import type { Confirmation } from '../../../functions/confirmations/confirmation';
import { allowedConfirmation, mustAskConfirmations } from '../../../functions/confirmations/register';
import type { Page } from '../../env';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done, type WayBack } from '../../ui/console';
import { Island } from '../../ui/island';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** The confirmation of the path. @throws Problem forbidden */
export const readConfirmation = (c: Page, right: 'read' | 'enter' = 'read'): Promise<Confirmation> =>
  allowedConfirmation(c.get('world'), c.get('account'), idOf(c), right);

export const mustAsk = (c: Page): Promise<void> => mustAskConfirmations(c.get('world'), c.get('account'));

const DONE_WORDS = {
  [DONE.answerEntered]: 'Đã ghi xác nhận. Danh sách chưa thay đổi cho đến khi Sở ghi các đề nghị.',
  [DONE.askedAgain]: 'Đã đề nghị xác nhận lại. Cơ quan nhận đường dẫn mới.',
  [DONE.closed]: 'Đã kết thúc việc xác nhận.',
  [DONE.withdrawn]: 'Đã thôi đề nghị. Đường dẫn của cơ quan hết hiệu lực.',
  [DONE.saved]: 'Đã ghi các đề nghị vào danh sách hòa giải viên.',
};

interface BelowProps {
  c: Page;
  title: string;
  back?: WayBack;
  children: Child;
}

/** A page below the list of confirmations, with the way back. */
export const BelowConfirmations: FC<BelowProps> = ({
  c,
  title,
  back = { href: routes.consoleConfirmations(), label: 'Xác nhận hằng năm' },
  children,
}) => (
  <ConsolePage c={c} title={title} at={routes.consoleConfirmations()} back={back}>
    <Done c={c} words={DONE_WORDS} />
    {children}
    <Island name="dates" />
  </ConsolePage>
);

export const toConfirmation = ({ id, about }: Confirmation): WayBack => ({
  href: routes.consoleConfirmation(id),
  label: about.unitName,
});
