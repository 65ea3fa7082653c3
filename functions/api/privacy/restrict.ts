import * as z from 'zod';
import { allowed } from '../../events/registrations/allowed';
import { idOf } from '../../platform/input/fields';
import { RestrictInput, restrict, unrestrict } from '../../privacy/person/restrict';
import { operation } from '../contract/operation';

const OneRegistration = z.object({ registrationId: idOf('reg') });
const Done = z
  .object({ registrations: z.number().describe('In how many events the person is registered') })
  .meta({ id: 'Restricted' });

export const operations = [
  operation({
    id: 'restrict',
    method: 'post',
    path: '/registrations/{registrationId}/restriction',
    tag: 'Privacy',
    summary: "Restrict a person's data in every event",
    description:
      'For admins. The data are set aside: lists, exports and notices show that there is a person, not who; the person is told nothing. Seats, counts and attendance stay. 409 `delegate-by-answer` for a delegate of an invited body.',
    who: 'staff',
    params: OneRegistration,
    body: RestrictInput,
    example: { reason: 'Người này yêu cầu qua điện thoại ngày 02/12/2026' },
    status: 200,
    answer: Done,
    run: async ({ world, account, params, body }) => {
      await allowed(world, account, params.registrationId, 'see');
      return { registrations: await restrict(world, account, params.registrationId, body) };
    },
  }),
  operation({
    id: 'unrestrict',
    method: 'post',
    path: '/registrations/{registrationId}/restriction/lifting',
    tag: 'Privacy',
    summary: "Lift the restriction of a person's data in every event",
    description:
      'For admins. What became due meanwhile is told now. 409 `registration-not-restricted` where there is none.',
    who: 'staff',
    params: OneRegistration,
    status: 200,
    answer: Done,
    run: async ({ world, account, params }) => {
      await allowed(world, account, params.registrationId, 'see');
      return { registrations: await unrestrict(world, account, params.registrationId) };
    },
  }),
];
