import type { Child, FC } from 'hono/jsx';
import { may } from '../../../../functions/directory/accounts/may';
import { readUnits } from '../../../../functions/directory/units/list';
import type { Unit } from '../../../../functions/directory/units/unit';
import { unitLabel } from '../../../../functions/directory/units/words';
import { countOffers } from '../../../../functions/participation/offers';
import { dialPhone, showPhone } from '../../../../functions/platform/text/phone';
import { mayRegister } from '../../../../functions/register/teams/may';
import type { Page } from '../../../env';
import { routes } from '../../../routes';
import { ConsolePage, type WayBack } from '../../../ui/console';
import { Island } from '../../../ui/island';

interface PartProps {
  c: Page;
  title: string;
  back: WayBack;
  action?: Child;
  children: Child;
}

/** A page about one team or mediator, with the way back. */
export const RegisterPage: FC<PartProps> = ({ c, title, back, action, children }) => (
  <ConsolePage c={c} title={title} at={routes.consoleTeams()} action={action} back={back}>
    {children}
    <Island name="dates" />
  </ConsolePage>
);

/** Numbers beside the tabs of the register: the offers that wait for an organizer. One call, for organizers alone. */
export const readBadges = async (c: Page): Promise<Record<string, number>> =>
  may(c.get('account')).schedule ? { [routes.consoleLinks()]: await countOffers(c.get('world')) } : {};

/** A cell of a table from which a mediator can be called. */
export const PhoneCell: FC<{ phone: string | undefined }> = ({ phone }) => (
  <td data-label="Gọi">
    {phone ? (
      <a class="nowrap" href={`tel:${dialPhone(phone)}`}>
        {showPhone(phone)}
      </a>
    ) : (
      <span class="soft">Chưa có số</span>
    )}
  </td>
);

/** What the reader may do with the register as a whole, and the units. */
export const readRights = async (c: Page) => {
  const units = await readUnits(c.get('world'));
  return { units, rights: mayRegister(c.get('account'), units.all) };
};

/** A commune as it was named, and what it is today where it has ended. */
export const placeWords = (
  { all, inForce }: { all: readonly Unit[]; inForce: readonly Unit[] },
  id: string,
  now: readonly Unit[],
): string => {
  const unit = all.find((one) => one.id === id);
  if (!unit) return '';
  if (inForce.some((one) => one.id === id) || now.length === 0) return unitLabel(unit);
  return `${unitLabel(unit)} (nay là ${now.map(unitLabel).join(', ')})`;
};
