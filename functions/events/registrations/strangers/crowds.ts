import { hasLeft, type Listed } from '../registration';

/** So many of one network and day are worth a look. */
const WORTH_A_LOOK = 30;

/** Registrations of one event, one day and one network. */
export interface CrowdOfPeople {
  label: string;
  people: Listed[];
}

/** The networks from which many are registered, the largest first. Pure. */
export const crowdsIn = (all: readonly Listed[]): CrowdOfPeople[] => {
  const of = new Map<string, Listed[]>();
  for (const r of all) if (r.network && !hasLeft(r)) of.set(r.network, [...(of.get(r.network) ?? []), r]);
  return [...of]
    .map(([label, people]) => ({ label, people }))
    .filter(({ people }) => people.length >= WORTH_A_LOOK)
    .sort((a, b) => b.people.length - a.people.length);
};
