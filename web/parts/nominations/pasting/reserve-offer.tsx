import type { FC } from 'hono/jsx';
import { copy, type Language } from '../../../copy/copy';
import { Checkbox, freshForm } from '../../../ui/form';

/** The field by which a form says that rows beyond the quota are kept in reserve. */
export const KEEP_RESERVE = 'reserve';

interface OfferProps {
  language: Language;
  /** Rows beyond the quota, and how many of them the reserve has a place for. */
  beyond: number;
  room: number;
  ticked: boolean;
}

/** One tick keeps the rows beyond the quota in reserve. Stands within the form that sends the list on. */
export const ReserveOffer: FC<OfferProps> = ({ language, beyond, room, ticked }) => {
  const t = copy(language).nominations;
  if (room <= 0) return null;
  return (
    <fieldset>
      <legend>{t.beyondRows(beyond)}</legend>
      <p class="soft">{t.reserveLead}</p>
      <Checkbox
        form={{ ...freshForm(language), values: ticked ? { [KEEP_RESERVE]: 'on' } : {} }}
        name={KEEP_RESERVE}
        label={t.keepReserve(room)}
      />
      {room < beyond && <p class="soft">{t.reserveEnds(beyond - room)}</p>}
    </fieldset>
  );
};
