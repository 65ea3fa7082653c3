import * as z from 'zod';
import { findByCode } from '../../events/registrations/find';
import { optional, personName, phone } from '../../platform/input/fields';
import { raisePoint } from '../../points/create';
import { PointFields } from '../../points/point';
import { pointsOf } from '../../points/read';
import { operation } from '../contract/operation';
import { OwnPoint, ownPointView } from './view';

const ProofFields = { code: z.string().max(20), phone, fullName: optional(personName) };

/** What registered people do with code and phone. */
export const operations = [
  operation({
    id: 'raisePoint',
    method: 'post',
    path: '/registrations/points',
    tag: 'Points',
    summary: 'Raise a paper for the own conference or a difficulty, by code and phone',
    description:
      'A paper is taken until the conference begins: 422 `paper-not-taken` after that. A difficulty names no party: 422 `support-number` where a phone or identity number seems to stand in the words, `support-name` where a name does and `namesChecked` does not say that it is none. What is refused is not stored.',
    who: 'public',
    body: z.strictObject({ ...ProofFields, ...PointFields }),
    example: {
      code: '900 000 001',
      phone: '0900 000 001',
      sort: 'difficulty',
      title: 'Thiếu chỗ họp tổ hòa giải',
      words: 'Tổ hòa giải của ấp chưa có chỗ họp riêng, phải mượn nhà dân.',
    },
    refusals: ['Missing'],
    status: 201,
    answer: OwnPoint,
    run: async ({ world, body: { code, phone: on, fullName, ...input } }) => {
      const found = await findByCode(world, { code, phone: on, fullName });
      return ownPointView({ point: await raisePoint(world, found, input) });
    },
  }),
  operation({
    id: 'readOwnPoints',
    method: 'post',
    path: '/registrations/points/lookup',
    tag: 'Points',
    summary: 'What the person of a registration raised, with the answers',
    who: 'public',
    body: z.strictObject(ProofFields),
    example: { code: '900 000 001', phone: '0900 000 001' },
    refusals: ['Missing'],
    status: 200,
    answer: z.object({ items: z.array(OwnPoint) }).meta({ id: 'OwnPoints' }),
    run: async ({ world, body }) => {
      const { registration } = await findByCode(world, body);
      return { items: (await pointsOf(world, registration.id)).map(ownPointView) };
    },
  }),
];
