import { mustBeInForce } from '../directory/units/choose';
import { readUnits } from '../directory/units/list';
import type { Registration } from '../events/registrations/registration';
import { idOfForm, newId } from '../platform/keys/ids';
import { iso, localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import {
  type QuestionInput,
  type SupportInput,
  type SupportRequest,
  supportItems,
  supportKey,
} from './request';
import { mustNameNoParty } from './without-names';

interface How {
  id?: string;
  sample?: true;
}

/** A mediator asks. Idempotent by `nonce`. @throws Problem as `mustNameNoParty` */
export const askForSupport = (
  world: World,
  { id: registrationId, unitId }: Pick<Registration, 'id' | 'unitId'>,
  question: QuestionInput,
  how: How = {},
): Promise<SupportRequest> => store(world, question, { registrationId, ...(unitId && { unitId }) }, how);

/** An officer or an organizer asks for a team. Idempotent by `nonce`. @throws Problem as `mustNameNoParty`; invalid at `unitId` */
export const createSupportRequest = async (
  world: World,
  { unitId, teamName, ...question }: SupportInput,
  how: How = {},
): Promise<SupportRequest> => {
  mustBeInForce(await readUnits(world, unitId), unitId);
  return store(world, question, { unitId, ...(teamName && { teamName }) }, how);
};

const store = async (
  world: World,
  question: QuestionInput,
  from: Pick<SupportRequest, 'registrationId' | 'unitId' | 'teamName'>,
  { sample, ...how }: How,
): Promise<SupportRequest> => {
  mustNameNoParty(question);
  const at = iso(world.now());
  const { type, words, nonce } = question;
  const by = from.registrationId ?? world.db.actor;
  const id = how.id ?? (nonce ? idOfForm('support', by, nonce) : newId('support', world.now()));
  const request: SupportRequest = {
    ...supportKey(id),
    id,
    kind: 'support-request',
    type,
    words,
    ...from,
    open: 'open',
    expectedBy: localDate(at),
    ...(sample && { sample }),
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  const written = await world.db.putIf(supportItems, request, { if: 'attribute_not_exists(pk)' });
  return written.ok ? request : (written.found ?? request);
};
