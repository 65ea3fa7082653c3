import type { FC } from 'hono/jsx';
import type { Units } from '../../../functions/directory/units/list';
import { pilotYears } from '../../../functions/directory/units/pilot/pilot';
import { formerUnits, unitsNow } from '../../../functions/directory/units/successors';
import type { Unit } from '../../../functions/directory/units/unit';
import { isInForce } from '../../../functions/directory/units/validity';
import { unitLabel } from '../../../functions/directory/units/words';
import { shortDay } from '../../../functions/platform/time/format-date';
import { routes } from '../../routes';

/** A unit by its name, leading to its page. */
export const UnitName: FC<{ unit: Unit }> = ({ unit }) => (
  <>
    <a href={routes.consoleUnit(unit.id)}>
      {unitLabel(unit)}
      {unit.sample && <span class="soft"> (mẫu)</span>}
    </a>
    {unit.pilot && (
      <>
        {' '}
        <span class="tag">Chỉ đạo điểm {pilotYears(unit.pilot)}</span>
      </>
    )}
  </>
);

/** Several units in one line. */
export const UnitNames: FC<{ units: readonly Unit[] }> = ({ units }) => (
  <>
    {units.map((unit, i) => (
      <>
        {i > 0 && '; '}
        <UnitName unit={unit} />
      </>
    ))}
  </>
);

/** By which names people knew the area of a unit before. */
export const FormerNames: FC<{ units: Units; unit: Unit }> = ({ units, unit }) => {
  const former = formerUnits(units, unit.id);
  return former.length === 0 ? null : (
    <span class="soft"> (trước là {former.map(unitLabel).join(', ')})</span>
  );
};

/** Whether a unit is in force; if not, since when, and what it is now. */
export const UnitState: FC<{ units: Units; unit: Unit }> = ({ units, unit }) => {
  if (unit.validFrom > units.day) return <>Có từ {shortDay(unit.validFrom)}</>;
  if (isInForce(unit, units.day))
    return <>{unit.validTo ? `Đến hết ngày trước ${shortDay(unit.validTo)}` : 'Đang có'}</>;
  const now = unitsNow(units, unit.id);
  return (
    <>
      Không còn từ {shortDay(unit.validTo ?? '')}
      {now.length > 0 && (
        <>
          , nay là <UnitNames units={now} />
        </>
      )}
    </>
  );
};
