import type { World } from '../../platform/world/world';
import { FORGOTTEN } from '../person/forgotten';
import { tryToChange } from './change';
import { delegateKeys } from './delegates';
import type { AnswerInput, Invitation } from './invitation';

type Delegate = AnswerInput['delegates'][number];

interface Forgetting {
  /** Whether a delegate is the person; `key`: of the registration that they have in that case. */
  is(delegate: Delegate, key: string): boolean;
  /** A text without the person. */
  scrub<T>(value: T): T;
}

/** The delegates of an answer who are the person, with the keys of their registrations. */
export const delegatesWho = (
  world: World,
  invitation: Invitation,
  is: Forgetting['is'],
): { delegate: Delegate; key: string }[] => {
  const named = invitation.answer?.delegates ?? [];
  const keys = delegateKeys(world, invitation, named);
  const coming = named.map((delegate, i) => ({ delegate, key: keys[i]! }));
  const former = (invitation.lastDelegates ?? []).map((delegate) => ({ delegate, key: '' }));
  return [...coming, ...former].filter(({ delegate, key }) => is(delegate, key));
};

/**
 * Removes a person from a body's answer. A delegate with a seat keeps the seat without a name, under the same key; one
 * without a seat is left out. The version rises, so that a page which still shows the name is refused.
 * @returns whether it said anything of the person. False too where another answer came meanwhile: it is looked at again
 */
export const forgetDelegates = async (
  world: World,
  invitation: Invitation,
  { is, scrub }: Forgetting,
): Promise<boolean> => {
  const { id, answer, lastDelegates, guest, version } = invitation;
  if (!answer && !guest) return false;
  const named = answer?.delegates ?? [];
  const keys = delegateKeys(world, invitation, named);
  const hasSeats = answer?.answer === 'accepted';
  const left = named.flatMap((delegate, i): (Delegate & { key: string })[] => {
    const key = keys[i]!;
    if (!is(delegate, key)) return [{ ...delegate, key }];
    return hasSeats ? [{ name: FORGOTTEN, key }] : [];
  });
  const after = {
    answer: answer && {
      ...answer,
      ...scrub({ reason: answer.reason, note: answer.note, support: answer.support }),
      delegates: left.map(({ key: _key, ...delegate }) => delegate),
    },
    guest: scrub(guest),
    lastDelegates: lastDelegates?.filter((delegate) => !is(delegate, '')),
  };
  const before = { answer, guest, lastDelegates };
  if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))) return false;
  const forgottenKeys = left.filter(({ name }) => name === FORGOTTEN).map(({ key }) => key);
  const { ok } = await tryToChange(world, id, {
    version,
    from: ['prepared', 'issued', 'revoked'],
    set: { ...after, ...(forgottenKeys.length && { forgottenKeys }) },
  });
  return ok;
};

/** The same order of fields on both sides, without those that are absent. */
const sorted = ({
  answer,
  guest,
  lastDelegates,
}: Partial<Pick<Invitation, 'answer' | 'guest' | 'lastDelegates'>>) => [
  guest,
  answer?.reason,
  answer?.note,
  answer?.support,
  answer?.delegates,
  lastDelegates,
];
