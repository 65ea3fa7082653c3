import type { World } from '../platform/world/world';
import type { Confirmation } from './confirmation';
import { peopleOf, type TeamPeople } from './people';

const isOpen = ({ status }: Confirmation): boolean => status === 'asked' || status === 'answered';

/** The list that a personal link shows: empty once the confirmation has ended. */
export const linkPeople = async (world: World, confirmation: Confirmation): Promise<TeamPeople[]> =>
  isOpen(confirmation) ? peopleOf(world, confirmation) : [];

/** What a personal link shows of the answer. It opens without an account, so it shows no phones, and no names at the end. Pure. */
export const linkShows = (confirmation: Confirmation): Confirmation => {
  const { answer } = confirmation;
  if (!answer) return confirmation;
  const missing = isOpen(confirmation)
    ? answer.said.missing.map(({ phone: _phone, ...person }) => person)
    : [];
  return { ...confirmation, answer: { ...answer, said: { ...answer.said, missing } } };
};
