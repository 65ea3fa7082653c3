import type { Plan } from './plan';

/** Bodies that lead or coordinate a task, in the order of the plan. */
export const bodiesWithTask = ({ tasks }: Pick<Plan, 'tasks'>): string[] => [
  ...new Set(tasks.flatMap(({ lead, coordinating }) => [...lead, ...coordinating].map(({ id }) => id))),
];
