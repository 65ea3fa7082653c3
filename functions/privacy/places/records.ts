import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { type DeadLetter, listDeadLetters } from '../../background/streams/dead-letters';
import { FORGOTTEN } from '../../events/person/forgotten';
import { PERSONAL } from '../../events/person/person-fields';
import type { World } from '../../platform/world/world';
import type { Person } from '../person/gather';
import { scrubbed, speaksOf } from '../person/scrub';
import type { Place } from './place';

/** What else a registration, or a record of the register, has of its person. */
const BESIDE: readonly string[] = [
  'setAside',
  'qualification',
  'sortKey',
  'phoneKey',
  'merged',
  'ethnicity',
  'agreed',
];

type Image = Record<string, AttributeValue> | undefined;

/** Of a record about the person's own registration or entry of the register everything personal goes, also what is no name and no number. */
const bareImage = (image: Image, { ids, mediatorIds }: Person): Image => {
  if (!image || ![...ids, ...mediatorIds].includes(image.id?.S ?? '')) return image;
  const left = Object.entries(image).filter(([name]) => !PERSONAL.includes(name) && !BESIDE.includes(name));
  return { ...Object.fromEntries(left), fullName: { S: FORGOTTEN }, phone: { S: '' } };
};

const bare = (record: DynamoDBRecord, person: Person): DynamoDBRecord => {
  const { dynamodb } = record;
  const { NewImage, OldImage } = dynamodb ?? {};
  return scrubbed(
    {
      ...record,
      dynamodb: {
        ...dynamodb,
        ...(NewImage && { NewImage: bareImage(NewImage, person) }),
        ...(OldImage && { OldImage: bareImage(OldImage, person) }),
      },
    } as DynamoDBRecord,
    person,
  );
};

const isAbout = (record: DynamoDBRecord, person: Person): boolean =>
  JSON.stringify(record) !== JSON.stringify(bare(record, person)) || speaksOf(record, person);

interface Read {
  letter: DeadLetter;
  record: DynamoDBRecord;
}

async function* recordsOf(world: World): AsyncGenerator<Read> {
  for (const letter of await listDeadLetters(world)) {
    const kept = letter.key && (await world.files.get(letter.key));
    if (kept) yield { letter, record: JSON.parse(new TextDecoder().decode(kept)) as DynamoDBRecord };
  }
}

/** Records of the streams that a reader gave up on: whole images of what changed. */
export const records: Place = {
  find: async (world, person) => {
    const found = [];
    for await (const { letter, record } of recordsOf(world))
      if (isAbout(record, person))
        found.push({ place: 'records' as const, id: letter.sk, values: { at: letter.at } });
    return found;
  },
  forget: async (world, person) => {
    let count = 0;
    for await (const { letter, record } of recordsOf(world)) {
      if (!isAbout(record, person)) continue;
      const left = new TextEncoder().encode(JSON.stringify(bare(record, person)));
      await world.files.put(letter.key!, left, 'application/json');
      count++;
    }
    return count;
  },
};
