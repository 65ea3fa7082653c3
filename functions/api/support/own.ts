import * as z from 'zod';
import { findByCode } from '../../events/registrations/find';
import { optional, personName, phone } from '../../platform/input/fields';
import { answerSupportRequest, openSupport } from '../../support/answer';
import { askForSupport } from '../../support/create';
import { supportOf } from '../../support/read';
import { QuestionFields, VersionedSupportSaid } from '../../support/request';
import { operation } from '../contract/operation';
import { OpenSupport, OwnSupport, openView, ownView } from './view';

const ProofFields = { code: z.string().max(20), phone, fullName: optional(personName) };
const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link'),
});

/** What mediators do with code and phone, and bodies by their link. */
export const operations = [
  operation({
    id: 'askForSupport',
    method: 'post',
    path: '/registrations/support-requests',
    tag: 'Support',
    summary: 'Ask for support of a hard case, by code and phone',
    description:
      'Names no party: 422 `support-number` where a phone or identity number seems to stand in the words, `support-name` where a name does and `namesChecked` does not say that it is none. What is refused is not stored.',
    who: 'public',
    body: z.strictObject({ ...ProofFields, ...QuestionFields }),
    example: {
      code: '900 000 001',
      phone: '0900 000 001',
      type: 'land',
      words: 'Hai hộ liền kề tranh chấp lối đi chung, không có giấy tờ. Tổ hòa giải cần hướng dẫn xác minh.',
    },
    refusals: ['Missing'],
    status: 201,
    answer: OwnSupport,
    run: async ({ world, body: { code, phone: on, fullName, ...question } }) => {
      const { registration } = await findByCode(world, { code, phone: on, fullName });
      return ownView({ request: await askForSupport(world, registration, question) });
    },
  }),
  operation({
    id: 'readOwnSupport',
    method: 'post',
    path: '/registrations/support-requests/lookup',
    tag: 'Support',
    summary: 'What the person of a registration asked, with the answers',
    who: 'public',
    body: z.strictObject(ProofFields),
    example: { code: '900 000 001', phone: '0900 000 001' },
    refusals: ['Missing'],
    status: 200,
    answer: z.object({ items: z.array(OwnSupport) }).meta({ id: 'OwnSupports' }),
    run: async ({ world, body }) => {
      const { registration } = await findByCode(world, body);
      return { items: (await supportOf(world, registration.id)).map(ownView) };
    },
  }),
  operation({
    id: 'readSupportLink',
    method: 'get',
    path: '/links/support/{token}',
    tag: 'Support',
    summary: 'What the link of a request for support shows',
    description: '404 for a link that is not ours, 410 once withdrawn, or long after it was closed.',
    who: 'public',
    params: Token,
    status: 200,
    answer: OpenSupport,
    run: async ({ world, params }) => openView(await openSupport(world, params.token)),
  }),
  operation({
    id: 'answerSupportRequest',
    method: 'put',
    path: '/links/support/{token}/answer',
    tag: 'Support',
    summary: 'Answer a request for support, or change the answer',
    description:
      'The mediator is told by mail or called. Names the `version` that was read: 412 where it was changed in between; 410 once it is closed.',
    who: 'public',
    params: Token,
    body: VersionedSupportSaid,
    example: {
      version: 1,
      how: 'words',
      words: 'Tổ hòa giải lập biên bản ghi ý kiến hai bên và đề nghị UBND xã cung cấp sơ đồ thửa đất.',
      position: 'Phó Chánh án',
    },
    status: 200,
    answer: OpenSupport,
    run: async ({ world, params, body: { version, ...said } }) =>
      openView(await answerSupportRequest(world, params.token, version, said)),
  }),
];
