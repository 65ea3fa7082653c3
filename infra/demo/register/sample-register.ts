import type { World } from '../../../functions/platform/world/world';
import { createMediator } from '../../../functions/register/mediators/create';
import { recordStep } from '../../../functions/register/mediators/decide';
import type { MediatorInput } from '../../../functions/register/mediators/mediator';
import type { RoleInTeam } from '../../../functions/register/mediators/traits';
import { mergePeople } from '../../../functions/register/merging/merge';
import { createTeam } from '../../../functions/register/teams/create';

/** What the demo invents: people by number, and communes in their order. */
interface Samples {
  samplePerson: (
    n: number,
  ) => Pick<MediatorInput, 'fullName' | 'phone' | 'gender' | 'yearOfBirth' | 'position'>;
  communes: readonly { id: string }[];
}

interface SampleTeam {
  id: string;
  /** The number of the sample commune, and of the sample hamlet in it. */
  commune: number;
  hamlet: number;
  /** Numbers of sample people; from 151 to 199 they are in no event. The leader stands first. */
  people: readonly number[];
  /** Nobody leads it. */
  unled?: boolean;
}

/** Some lack a woman, a third member or a leader, so that the list of gaps has something to show. */
const TEAMS: readonly SampleTeam[] = [
  { id: 'team_mau_1', commune: 1, hamlet: 1, people: [20, 151, 30, 40, 152] },
  { id: 'team_mau_2', commune: 1, hamlet: 6, people: [153, 155, 154, 156] },
  { id: 'team_mau_3', commune: 2, hamlet: 2, people: [21, 31, 158, 41] },
  { id: 'team_mau_4', commune: 2, hamlet: 7, people: [159, 161, 163] },
  { id: 'team_mau_5', commune: 3, hamlet: 3, people: [22, 165, 32], unled: true },
  { id: 'team_mau_6', commune: 3, hamlet: 8, people: [166, 167] },
  { id: 'team_mau_7', commune: 4, hamlet: 4, people: [23, 33, 168, 43, 53] },
  { id: 'team_mau_8', commune: 5, hamlet: 5, people: [24, 169, 34] },
  { id: 'team_mau_trong', commune: 5, hamlet: 9, people: [] },
];

const QUALIFICATIONS = ['Trung cấp Luật', 'Trung học phổ thông', 'Cử nhân Luật', undefined];
/** Recognised before the plan. */
const RECOGNISED = { state: 'recognised', on: '2019-10-12', number: '61/QĐ-UBND' } as const;

/** How many mediators the sample teams have. */
export const SAMPLE_MEDIATORS = TEAMS.reduce((sum, { people }) => sum + people.length, 0);
/** Their name is written shorter than in the class that they attended, so an organizer is asked. */
export const MEDIATOR_TO_ASK = 'med_mau_hoi';

/** Second records of two people, in another team: one is to be merged, one was merged. */
const TWICE = [
  { id: 'med_mau_trung', of: 'med_mau_28', n: 169, teamId: 'team_mau_7', isMerged: false },
  { id: 'med_mau_gop', of: 'med_mau_18', n: 165, teamId: 'team_mau_6', isMerged: true },
] as const;

/** Numbered in the order of the teams: the sixth waits for recognition, the seventh was dismissed. */
const WAITING = 'med_mau_6';
const DISMISSED = 'med_mau_7';

/** Invented teams and mediators of the pilot districts and An Biên, marked as samples; each name contains "mẫu". */
export const seedRegister = async (world: World, { samplePerson, communes }: Samples): Promise<void> => {
  let number = 0;
  for (const { id, commune, hamlet, people, unled } of TEAMS) {
    const { id: unitId } = communes[commune - 1]!;
    await createTeam(
      world,
      {
        name: `Tổ hòa giải ấp mẫu ${hamlet}`,
        unitId,
        hamlet: `Ấp mẫu ${hamlet}`,
        founded: { number: '17/QĐ-UBND', on: '2019-04-22' },
      },
      { id, sample: true },
    );
    for (const [i, n] of people.entries()) {
      const mediatorId = `med_mau_${++number}`;
      const { fullName, phone, gender, yearOfBirth, position } = samplePerson(n);
      const role: RoleInTeam = unled || i > 1 ? 'mediator' : i === 0 ? 'leader' : 'deputy';
      const { id: made, version } = await createMediator(
        world,
        {
          ...{ fullName, phone, gender, yearOfBirth, position, role, teamId: id },
          qualification: QUALIFICATIONS[n % QUALIFICATIONS.length],
          begin: mediatorId === WAITING ? { state: 'elected', on: '2021-01-20' } : RECOGNISED,
          anotherPerson: false,
        },
        { id: mediatorId, sample: true },
      );
      if (made === DISMISSED)
        await recordStep(world, made, version, {
          state: 'dismissed',
          on: '2020-12-01',
          number: '90/QĐ-UBND',
        });
    }
  }
  const { fullName, phone, gender, yearOfBirth } = samplePerson(50);
  const shorter = fullName.split(' ').filter((word) => word !== 'Thị');
  await createMediator(
    world,
    {
      ...{ fullName: shorter.join(' '), phone, gender, yearOfBirth, role: 'mediator', teamId: 'team_mau_8' },
      ...{ begin: RECOGNISED, anotherPerson: false },
    },
    { id: MEDIATOR_TO_ASK, sample: true },
  );
  await seedTwice(world, samplePerson);
};

const seedTwice = async (world: World, samplePerson: Samples['samplePerson']): Promise<void> => {
  for (const { id, of, n, teamId, isMerged } of TWICE) {
    const { fullName, phone, gender } = samplePerson(n);
    const { version: otherVersion } = await createMediator(
      world,
      {
        ...{ fullName, phone, gender, qualification: 'Sơ cấp Luật', role: 'mediator', teamId },
        ...{ begin: { state: 'recognised', on: '2017-06-20', number: '35/QĐ-UBND' }, anotherPerson: true },
      },
      { id, sample: true },
    );
    if (isMerged) await mergePeople(world, of, { otherId: id, version: 1, otherVersion, take: [] });
  }
};
