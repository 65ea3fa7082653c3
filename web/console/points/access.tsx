import type { Child, FC } from 'hono/jsx';
import { allUnits } from '../../../functions/directory/units/list';
import { Problem } from '../../../functions/platform/problem/problem';
import type { RaisedPoint } from '../../../functions/points/point';
import { getPoint } from '../../../functions/points/read';
import { mayPoints, seesPoint } from '../../../functions/points/register';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** What the account may do anywhere; `seesPoint` narrows it to its area. */
export const rightsOf = (c: Page) => mayPoints(c.get('account'), []);

/** @throws Problem `forbidden` */
export const must = (right: keyof ReturnType<typeof mayPoints>, c: Page): void => {
  if (!rightsOf(c)[right]) throw new Problem('forbidden', 'forbidden');
};

/** The point of the path. @throws Problem `point-missing`; `forbidden` outside the account's area */
export const readOne = async (c: Page): Promise<RaisedPoint> => {
  must('see', c);
  const world = c.get('world');
  const found = await getPoint(world, idOf(c));
  if (!seesPoint(c.get('account'), await allUnits(world), found.point))
    throw new Problem('forbidden', 'forbidden');
  return found;
};

/** A page below the register, with the way back. */
export const BelowPoints: FC<{ c: Page; title: string; back?: RaisedPoint; children: Child }> = ({
  c,
  title,
  back,
  children,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consolePoints()}
    back={
      back
        ? { href: routes.consolePoint(back.point.id), label: back.point.title }
        : { href: routes.consolePoints(), label: 'Tham luận, vướng mắc' }
    }
  >
    {children}
  </ConsolePage>
);
