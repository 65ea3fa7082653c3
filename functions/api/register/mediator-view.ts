import * as z from 'zod';
import { idOf, versionField } from '../../platform/input/fields';
import { type Mediator, type MediatorListed, TRAINER_LEVELS } from '../../register/mediators/mediator';
import { STATES, shownSteps } from '../../register/mediators/steps';
import { GENDERS, ROLES_IN_TEAM } from '../../register/mediators/traits';

const facts = {
  id: z.string(),
  fullName: z.string(),
  phone: z.string().optional(),
  gender: z.enum(GENDERS).optional(),
  yearOfBirth: z.number().optional(),
  teamId: z.string(),
  role: z.enum(ROLES_IN_TEAM),
  state: z.enum(STATES),
  trainer: z.object({ level: z.enum(TRAINER_LEVELS), number: z.string(), on: z.string() }).optional(),
  restricted: z.boolean().describe('The data are set aside: the name is a replacement'),
};

export const MediatorInListView = z.object(facts).meta({ id: 'MediatorInList' });
export const MediatorView = z
  .object({
    ...facts,
    qualification: z.string().optional(),
    position: z.string().optional(),
    steps: z
      .array(z.object({ state: z.enum(STATES), on: z.string(), number: z.string().optional() }))
      .describe('Elected, recognised, dismissed, in order: entries are added, never changed'),
    merged: z.array(z.string()).optional().describe('The records that were merged into this one'),
    version: z.number(),
  })
  .meta({ id: 'Mediator' });

export const factsOf = (m: MediatorListed): z.output<typeof MediatorInListView> => ({
  id: m.id,
  fullName: m.fullName,
  phone: m.phone,
  gender: m.gender,
  yearOfBirth: m.yearOfBirth,
  teamId: m.teamId,
  role: m.role,
  state: m.state,
  trainer: m.trainer,
  restricted: m.restricted !== undefined,
});

export const mediatorView = (m: Mediator): z.output<typeof MediatorView> => ({
  ...factsOf(m),
  qualification: m.qualification,
  position: m.position,
  steps: shownSteps(m.steps).map(({ state, on, number }) => ({ state, on, number })),
  merged: m.absorbed?.slice(),
  version: m.version,
});

export const oneMediator = (example: string) =>
  z.object({ mediatorId: idOf('med').meta({ param: { example } }) });
export const versionRead = versionField.describe('The version that was read: 412 where it changed');
