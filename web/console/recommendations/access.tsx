import type { Child, FC } from 'hono/jsx';
import { getInquiry } from '../../../functions/inquiries/read';
import { must } from '../../../functions/platform/problem/must';
import { mayRecommendations } from '../../../functions/recommendations/may';
import { RECOMMENDATION, type Recommendation } from '../../../functions/recommendations/recommendation';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustRecommendations = (c: Page, right: 'see' | 'write'): void =>
  must(mayRecommendations(c.get('account')), right);

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
