import type { Child, FC } from 'hono/jsx';
import { getInquiry } from '../../../functions/inquiries/read';
import { Problem } from '../../../functions/platform/problem/problem';
import { mayRecommendations } from '../../../functions/recommendations/may';
import { RECOMMENDATION, type Recommendation } from '../../../functions/recommendations/recommendation';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustSee = (c: Page): void => {
  if (!mayRecommendations(c.get('account')).see) throw new Problem('forbidden', 'forbidden');
};
/** @throws Problem `forbidden` */
export const mustWrite = (c: Page): void => {
  if (!mayRecommendations(c.get('account')).write) throw new Problem('forbidden', 'forbidden');
};

/** The recommendation of the path. */
export const readOne = (c: Page): Promise<Recommendation> =>
  getInquiry<Recommendation>(c.get('world'), idOf(c), RECOMMENDATION);

/** A page below the register, with the way back. */
export const BelowRegister: FC<{ c: Page; title: string; back?: Recommendation; children: Child }> = ({
  c,
  title,
  back,
  children,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleRecommendations()}
    back={
      back
        ? { href: routes.consoleRecommendation(back.id), label: back.title }
        : { href: routes.consoleRecommendations(), label: 'Kiến nghị, vướng mắc' }
    }
  >
    {children}
  </ConsolePage>
);
