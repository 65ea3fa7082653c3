import type { Confirmation, Missing } from '../../../confirmations/confirmation';
import { readConfirmations } from '../../../confirmations/register';
import { FORGOTTEN } from '../../../events/person/forgotten';
import { type Answer, answerItems, answerKey, inquiriesTable, inquiryKey } from '../../../inquiries/inquiry';
import { answersOf } from '../../../inquiries/read';
import type { World } from '../../../platform/world/world';
import { isPerson, type Person } from '../../person/gather';
import type { Place } from '../place';

type Given = NonNullable<Confirmation['answer']>;

/** The answers of one confirmation. The latest is read from the confirmation: it is forgotten there last. */
const answersIn = async (world: World, { id, answer }: Confirmation): Promise<Given[]> => {
  if (!answer) return [];
  const earlier = answer.n === 1 ? [] : ((await answersOf(world, id)) as Answer[] as Given[]);
  return [...earlier.filter(({ n }) => n < answer.n), answer];
};

interface Named {
  confirmation: Confirmation;
  answer: Given;
  people: Missing[];
}

/** Where communes named the person as missing in their list. One call, and one for each that was answered again. */
const naming = async (world: World, person: Person): Promise<Named[]> => {
  const all = await readConfirmations(world);
  const named = await Promise.all(
    all.map(async (confirmation) =>
      (await answersIn(world, confirmation)).flatMap((answer): Named[] => {
        const people = answer.said.missing.filter(({ fullName, phone }) =>
          isPerson(world, person, { name: fullName, ...(phone && { phone }) }),
        );
        return people.length > 0 ? [{ confirmation, answer, people }] : [];
      }),
    ),
  );
  return named.flat();
};

/** People that communes named as missing. The entry stays without a name; name and phone go, in every answer. */
export const confirmations: Place = {
  find: async (world, person) =>
    (await naming(world, person)).flatMap(({ confirmation: { id, about }, people }) =>
      people.map(({ fullName, phone, role, on }) => ({
        place: 'confirmations' as const,
        id,
        values: { fullName, phone, role, on, unitName: about.unitName },
      })),
    ),
  forget: async (world, person) => {
    let count = 0;
    for (const { confirmation, answer, people } of await naming(world, person)) {
      const { id } = confirmation;
      const missing = answer.said.missing.map((one) => {
        const { phone: _phone, ...rest } = one;
        return people.includes(one) ? { ...rest, fullName: FORGOTTEN } : one;
      });
      const said = { ...answer.said, missing };
      const written = await world.db.updateIf(answerItems, answerKey(id, answer.n), {
        set: { said },
        if: 'attribute_exists(pk)',
      });
      // By this copy it is found again, where this stops before.
      if (confirmation.answer?.n === answer.n)
        await world.db.updateIf(inquiriesTable, inquiryKey(id), {
          set: { answer: { ...confirmation.answer, said } },
          if: '#answer.#n = :n',
          names: { '#answer': 'answer', '#n': 'n' },
          values: { ':n': answer.n },
        });
      if (written.ok) count++;
    }
    return count;
  },
};
