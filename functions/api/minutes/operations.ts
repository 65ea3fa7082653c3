import * as z from 'zod';
import { mustDocuments } from '../../documents/kept/may';
import { minutesFile } from '../../minutes/document';
import { findMinutes, keepMinutes } from '../../minutes/keep';
import { type Minutes, MinutesInput } from '../../minutes/minutes';
import { DOCX } from '../../platform/files/download';
import { idOf } from '../../platform/input/fields';
import { missing } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

const params = z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_2021_toadam' } }) });

const MinutesView = z
  .object({
    eventId: z.string(),
    beganAt: z.string(),
    endedAt: z.string(),
    place: z.string(),
    chair: z.string(),
    chairPosition: z.string(),
    secretary: z.string(),
    secretaryPosition: z.string().optional(),
    discussion: z.string(),
    conclusions: z.string(),
    version: z.number(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Minutes' });

const view = ({ pk: _pk, sk: _sk, by: _by, ...minutes }: Minutes): z.output<typeof MinutesView> => minutes;

const shared = { tag: 'Documents', who: 'staff', path: '/events/{eventId}/minutes', params } as const;

/** The minutes of an event. */
export const operations = [
  operation({
    ...shared,
    id: 'getMinutes',
    method: 'get',
    summary: 'The minutes of an event',
    status: 200,
    answer: MinutesView,
    refusals: ['Missing'],
    run: async ({ world, account, params }) => {
      mustDocuments('see', account, 'minutes');
      const minutes = await findMinutes(world, params.eventId);
      if (!minutes) throw missing('minutes');
      return view(minutes);
    },
  }),
  operation({
    ...shared,
    id: 'keepMinutes',
    method: 'put',
    summary: 'Write the minutes of an event',
    description:
      'For organizers, once the event has begun: 409 `minutes-too-early` before. Attendance and recommendations are not written: the draft counts and lists them.',
    body: MinutesInput,
    example: {
      version: 1,
      beganAt: '2021-06-09T07:30:00+07:00',
      endedAt: '2021-06-09T16:15:00+07:00',
      place: 'Hội trường UBND tỉnh',
      chair: 'Trần Mẫu Minh',
      chairPosition: 'Phó Giám đốc Sở Tư pháp',
      secretary: 'Lê Mẫu Thư',
      discussion: 'Các đại biểu trao đổi kinh nghiệm vận động, thuyết phục các bên.',
      conclusions: 'Sở Tư pháp tổng hợp kiến nghị và chuyển cơ quan có thẩm quyền.',
    },
    refusals: ['Missing', 'Conflict', 'Stale'],
    status: 200,
    answer: MinutesView,
    run: async ({ world, account, params, body }) => {
      mustDocuments('keep', account, 'minutes');
      return view(await keepMinutes(world, params.eventId, body));
    },
  }),
  operation({
    ...shared,
    id: 'draftMinutes',
    method: 'post',
    path: '/events/{eventId}/minutes/drafts',
    summary: 'The minutes of an event as a Word file',
    description:
      'For organizers. Noted among the documents of the event, where the signed copy is taken back.',
    refusals: ['Missing'],
    status: 200,
    file: [DOCX],
    run: async ({ world, account, params }) => {
      mustDocuments('keep', account, 'minutes');
      return minutesFile(world, params.eventId);
    },
  }),
];
