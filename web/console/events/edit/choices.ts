import { listBodies } from '../../../../functions/directory/bodies/list';
import { isDistrict } from '../../../../functions/directory/units/levels';
import { lineage, readUnits, type Units } from '../../../../functions/directory/units/list';
import type { Unit } from '../../../../functions/directory/units/unit';
import { unitLabel } from '../../../../functions/directory/units/words';
import type { Event } from '../../../../functions/events/event/event';
import type { Question } from '../../../../functions/events/person/person-fields';
import type { World } from '../../../../functions/platform/world/world';
import { listPlans } from '../../../../functions/programme/plans/list';
import type { Option } from '../../../ui/form';
import { ADMISSION, KIND, MODE } from '../parts/words';
import { questionWord } from './questions';

/** What an event's form lets choose from. */
export interface Choices {
  units: Option[];
  bodies: Option[];
  tasks: Option[];
  /** The words for a field's value as it is compared: names instead of ids. */
  named(field: string, value: string): string;
}

/** @param event which is edited: its place is among the choices, although the unit may have ended */
export const readChoices = async (
  world: World,
  event?: Pick<Event, 'placeUnitId' | 'placeName'>,
): Promise<Choices> => {
  const [units, bodies, tasks] = await Promise.all([
    readUnits(world),
    listBodies(world).then((all) => all.map((b) => ({ value: b.id, label: b.name }))),
    taskOptions(world),
  ]);
  const labelIn = (options: readonly Option[], value: string) =>
    options.find((o) => o.value === value)?.label ?? value;
  const bodyNames = (ids: string) =>
    ids
      .split(' ')
      .filter(Boolean)
      .map((id) => labelIn(bodies, id))
      .join(', ');
  const words: Record<string, (value: string) => string | undefined> = {
    kind: wordIn(KIND),
    mode: wordIn(MODE),
    admission: wordIn(ADMISSION),
    questions: (names) =>
      names
        .split(' ')
        .filter(Boolean)
        .map((name) => questionWord(name as Question))
        .join(', '),
    approval: wordIn({ on: 'Có', '': 'Không' }),
    placeUnitId: (id) => units.all.filter((u) => u.id === id).map(unitLabel)[0] ?? '',
    leadBodyId: bodyNames,
    coordinatingBodyIds: bodyNames,
    taskId: (id) => labelIn(tasks, id),
    sessions: (rows) =>
      rows
        .split('\n')
        .map((row) => row.split('|').filter(Boolean).join(' '))
        .join('; '),
  };
  return {
    units: [...endedPlace(units, event), ...unitOptions(units.inForce)],
    bodies,
    tasks,
    named: (field, value) => words[field]?.(value) ?? value,
  };
};

const wordIn =
  (words: Readonly<Record<string, string>>) =>
  (value: string): string | undefined =>
    words[value];

const endedPlace = (
  { inForce }: Units,
  { placeUnitId, placeName = '' }: Pick<Event, 'placeUnitId' | 'placeName'> = {},
): Option[] =>
  placeUnitId && !inForce.some(({ id }) => id === placeUnitId)
    ? [{ value: placeUnitId, label: placeName }]
    : [];

/** The units below their district, each district before its communes. */
const unitOptions = (units: readonly Unit[]): Option[] =>
  units
    .map((u) => {
      const above = lineage(units, u.id).find(isDistrict);
      return { value: u.id, label: unitLabel(u), group: above && unitLabel(above), own: above?.id === u.id };
    })
    .sort(
      (a, b) =>
        (a.group ?? '').localeCompare(b.group ?? '', 'vi') ||
        Number(b.own) - Number(a.own) ||
        a.label.localeCompare(b.label, 'vi'),
    )
    .map(({ own: _, ...option }) => option);

/** The plans' tasks by year, the latest plan first. */
const taskOptions = async (world: World): Promise<Option[]> =>
  (await listPlans(world)).flatMap((plan) =>
    plan.tasks.map((task) => ({
      value: task.id,
      label: `${task.row}. ${task.words}`,
      group: `Kế hoạch năm ${plan.year}`,
    })),
  );
