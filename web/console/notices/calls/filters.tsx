import type { FC } from 'hono/jsx';
import { areaOf } from '../../../../functions/directory/units/successors';
import type { Unit } from '../../../../functions/directory/units/unit';
import {
  type CallList,
  callerOf,
  filteredCalls,
  isCalledByUnit,
  type PlacedCall,
} from '../../../../functions/notices/calls/list';
import { showCount } from '../../../../functions/platform/text/count';
import { shortDate } from '../../../../functions/platform/time/format-date';
import { templateWords } from '../../../parts/notices/words';
import { areaOptions, communeOptions } from '../../../parts/units/levels';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { Button, Field, freshForm, type Option, Select } from '../../../ui/form';
import { CALLERS, type CallsAsked, filterOf, isNarrowed } from './asked';
import { isLeftToUnits } from './read';

/** How many lines there are of each kind. */
const countBy = (lines: readonly PlacedCall[], keyOf: (line: PlacedCall) => string | undefined) => {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

const counted = (label: string, n: number): string => `${label} (${showCount(n)})`;

/** The districts and communes from which at least one person is to be called, each with its number. */
const areasOf = (lines: readonly PlacedCall[], { all, inForce }: CallList['units']): Option[] => {
  const counts = countBy(lines, ({ unitId }) => unitId);
  const numberIn = (unit: Pick<Unit, 'id'>) => {
    let n = 0;
    for (const id of areaOf(all, unit.id)) n += counts.get(id) ?? 0;
    return n;
  };
  const districts = areaOptions(inForce).map((o) => ({ ...o, group: undefined }));
  const known = new Set(districts.map(({ value }) => value));
  return [...districts, ...communeOptions(inForce).filter(({ value }) => !known.has(value))].flatMap(
    ({ value, label, group }) => {
      const n = numberIn({ id: value });
      return n > 0 ? [{ value, label: counted(group ? `${label}, ${group}` : label, n) }] : [];
    },
  );
};

/** Who calls, each with its number; the units and bodies one by one. */
const callersOf = (list: CallList, { asked, mine }: Omit<FiltersProps, 'list'>) => {
  const { search: _search, caller: _caller, ...filter } = filterOf(asked);
  const lines = filteredCalls(list, filter);
  const counts = countBy(lines, callerOf);
  const chosen = asked.caller && /^(unt|bod)_/.test(asked.caller) ? asked.caller : undefined;
  if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
  const each = [...counts]
    .map(([value, n]) => ({ value, name: list.callerName(value), n }))
    .filter(({ name }) => name)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .map(
      ({ value, name, n }): Option => ({ value, label: counted(name, n), group: 'Cán bộ của từng đơn vị' }),
    );
  if (!mine) return { options: each, empty: counted('Tất cả', lines.length), isAsked: each.length > 1 };
  const own = lines.filter((line) => !isLeftToUnits(line, { ...asked, caller: undefined }));
  const options: Option[] = [
    { value: CALLERS.units, label: counted('Mọi đơn vị cử', lines.filter(isCalledByUnit).length) },
    { value: CALLERS.all, label: counted('Tất cả', lines.length) },
    ...each,
  ];
  return { options, empty: counted('Ban tổ chức', own.length), isAsked: true };
};

/** What each choice would leave is counted with the other choices as they are. */
const choicesOf = (list: CallList, { asked, mine }: Omit<FiltersProps, 'list'>) => {
  const { search: _search, ...filter } = filterOf(asked);
  const without = (name: keyof typeof filter) =>
    filteredCalls(list, { ...filter, [name]: undefined }).filter(
      (line) => !mine || !isLeftToUnits(line, asked),
    );
  const ofEvents = without('eventId');
  const titles = new Map(ofEvents.map(({ eventId, event }) => [eventId, event]));
  const ofKinds = without('template');
  return {
    events: [...countBy(ofEvents, ({ eventId }) => eventId)].map(([value, n]) => {
      const event = titles.get(value);
      return {
        value,
        label: counted(event ? `${shortDate(event.startsAt)} – ${event.title}` : 'Việc khác', n),
      };
    }),
    kinds: [...countBy(ofKinds, ({ template }) => template)].map(([value, n]) => ({
      value,
      label: counted(templateWords(value), n),
    })),
    areas: areasOf(without('area'), list.units),
    callers: callersOf(list, { asked, mine }),
  };
};

interface FiltersProps {
  list: CallList;
  asked: CallsAsked;
  /** The account calls for the organizer, and sees the calls of units beside them. */
  mine: boolean;
}

/** What the list shows. A question that all lines answer alike is not asked. */
export const Filters: FC<FiltersProps> = ({ list, asked, mine }) => {
  const form = freshForm('vi', {
    [QUERY.search]: asked.search,
    [QUERY.event]: asked.eventId,
    [QUERY.kind]: asked.template,
    [QUERY.area]: asked.area,
    [QUERY.caller]: asked.caller,
    [QUERY.urgent]: asked.urgent ? '1' : undefined,
  });
  const { events, kinds, areas, callers } = choicesOf(list, { asked, mine });
  const choice = (name: string, label: string, options: readonly Option[], empty = 'Tất cả') => (
    <Select form={form} name={name} label={label} empty={empty} options={options} />
  );
  return (
    <form method="get" action={routes.consoleCalls()} class="filters shown people" role="search">
      <Field
        form={form}
        name={QUERY.search}
        label="Tìm tên, số điện thoại, đơn vị (không cần dấu)"
        type="search"
        maxlength={100}
      />
      {(events.length > 1 || asked.eventId) && choice(QUERY.event, 'Lớp, hội nghị', events)}
      {(kinds.length > 1 || asked.template) && choice(QUERY.kind, 'Việc cần báo', kinds)}
      {(areas.length > 1 || asked.area) && choice(QUERY.area, 'Địa bàn', areas)}
      {callers.isAsked && choice(QUERY.caller, 'Ai gọi', callers.options, callers.empty)}
      {choice(QUERY.urgent, 'Mức độ gấp', [{ value: '1', label: 'Phải gọi ngay hôm nay' }])}
      <p class="actions">
        <Button kind="plain">Tìm</Button>
        {(isNarrowed(asked) || asked.caller) && <a href={routes.consoleCalls()}>Bỏ lọc</a>}
      </p>
    </form>
  );
};
