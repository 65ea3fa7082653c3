import { hasLeft, type Registration } from '../registration';

/** So many of one network and day are worth a look. */
const WORTH_A_LOOK = 30;

/** Registrations of one event, one day and one network. */
export interface CrowdOfPeople {
  label: string;
  people: Registration[];
}

/** The networks from which many are registered, the largest first. Pure. */
export const crowdsIn = (all: readonly Registration[]): CrowdOfPeople[] => {
  const of = new Map<string, Registration[]>();
  for (const r of all) if (r.network && !hasLeft(r)) of.set(r.network, [...(of.get(r.network) ?? []), r]);
  return [...of]
    .map(([label, people]) => ({ label, people }))
    .filter(({ people }) => people.length >= WORTH_A_LOOK)
    .sort((a, b) => b.people.length - a.people.length);
};
