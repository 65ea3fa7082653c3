import { listBodies } from '../../../functions/directory/bodies/list';
import { lineage, listUnits, unitLabel } from '../../../functions/directory/units/list';
import type { World } from '../../../functions/platform/world/world';
import { listPlans } from '../../../functions/programme/plans/list';
import type { Option } from '../../ui/form';
import { ADMISSION, KIND, MODE } from './words';

/** What an event's form lets choose from. */
export interface Choices {
  units: Option[];
  bodies: Option[];
  tasks: Option[];
  /** The words for a field's value as it is compared: names instead of ids. */
  named(field: string, value: string): string;
}

export const readChoices = async (world: World): Promise<Choices> => {
  const [units, bodies, tasks] = await Promise.all([listUnits(world), listBodies(world), taskOptions(world)]);
  const district = (id: string) => lineage(units, id).find((u) => u.kind === 'district' || u.kind === 'city');
  const label = (id: string) => units.filter((u) => u.id === id).map(unitLabel)[0] ?? '';
  const unitOptions = units
    .map((u) => {
      const above = district(u.id);
      return { value: u.id, label: unitLabel(u), group: above && unitLabel(above), own: above?.id === u.id };
    })
    .sort(
      (a, b) =>
        (a.group ?? '').localeCompare(b.group ?? '', 'vi') ||
        Number(b.own) - Number(a.own) ||
        a.label.localeCompare(b.label, 'vi'),
    )
    .map(({ own: _, ...option }) => option);
  const bodyOptions = bodies.map((b) => ({ value: b.id, label: b.name }));
  const words: Record<string, Record<string, string>> = {
    kind: KIND,
    mode: MODE,
    admission: ADMISSION,
    approval: { on: 'Có', '': 'Không' },
  };
  const bodyName = (id: string) => bodies.find((b) => b.id === id)?.name ?? id;
  return {
    units: unitOptions,
    bodies: bodyOptions,
    tasks,
    named: (field, value) =>
      words[field]?.[value] ??
      (field === 'placeUnitId'
        ? label(value)
        : field === 'leadBodyId' || field === 'coordinatingBodyIds'
          ? value.split(' ').filter(Boolean).map(bodyName).join(', ')
          : field === 'taskId'
            ? (tasks.find((t) => t.value === value)?.label ?? value)
            : field === 'sessions'
              ? value
                  .split('\n')
                  .map((row) => row.split('|').filter(Boolean).join(' '))
                  .join('; ')
              : value),
  };
};

/** The plans' tasks by year, the latest plan first. */
const taskOptions = async (world: World): Promise<Option[]> =>
  (await listPlans(world)).flatMap((plan) =>
    plan.tasks.map((task) => ({
      value: task.id,
      label: `${task.row}. ${task.words}`,
      group: `Kế hoạch năm ${plan.year}`,
    })),
  );
