import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { getBody } from '../../directory/bodies/get';
import { inquiriesOfBody } from '../../inquiries/list';
import { DOCX } from '../../platform/files/download';
import { idOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { contributionsOf } from '../../programme/pledges/contributions';
import { listPledges } from '../../programme/pledges/list';
import { mayPledges } from '../../programme/pledges/may';
import { PLEDGE_KINDS } from '../../programme/pledges/pledge';
import { thanksFile } from '../../programme/pledges/thanks';
import { supportGiven } from '../../support/given';
import { HOWS, SUPPORT_TYPES, supportIdOf } from '../../support/request';
import { operation } from '../contract/operation';

const mustSee = (account: Account): void => {
  if (!mayPledges(account).see) throw new Problem('forbidden', 'forbidden');
};

const BodyId = z.object({ id: idOf('bod').meta({ param: { example: 'bod_dls' } }) });

const Contributions = z
  .object({
    years: z.array(
      z.object({
        year: z.number(),
        received: z.array(
          z.object({
            pledgeId: z.string(),
            kind: z.enum(PLEDGE_KINDS),
            words: z.string(),
            amount: z.number().describe('What was received in that year'),
            measure: z.string().optional(),
          }),
        ),
      }),
    ),
    support: z
      .array(
        z.object({
          supportId: z.string(),
          type: z.enum(SUPPORT_TYPES),
          how: z.enum(HOWS),
          answeredAt: z.string(),
        }),
      )
      .describe('The hard cases in which it helped, the latest first'),
  })
  .meta({ id: 'Gifts' });

/** What one partner gave, and the letter that thanks for it. */
export const operations = [
  operation({
    id: 'getContributions',
    method: 'get',
    path: '/bodies/{id}/contributions',
    tag: 'Pledges',
    summary: 'What a partner gave, year by year',
    description: 'The latest year first; only what was received. Then the hard cases in which it helped.',
    who: 'staff',
    params: BodyId,
    status: 200,
    answer: Contributions,
    run: async ({ world, account, params }) => {
      mustSee(account);
      const { id } = await getBody(world, params.id);
      const [pledges, asked] = await Promise.all([
        listPledges(world, { bodyId: id }),
        inquiriesOfBody(world, id),
      ]);
      const years = contributionsOf(pledges);
      return {
        years: years.map(({ year, contributions }) => ({
          year,
          received: contributions.map(({ pledge, kind, amount }) => ({
            pledgeId: pledge.id,
            kind,
            words: pledge.words,
            amount,
            measure: pledge.measure,
          })),
        })),
        support: supportGiven(asked).map(({ id: inquiryId, about, answer, firstAnsweredAt }) => ({
          supportId: supportIdOf(inquiryId),
          type: about.type,
          how: answer!.said.how,
          answeredAt: firstAnsweredAt!,
        })),
      };
    },
  }),
  operation({
    id: 'draftThanksLetter',
    method: 'post',
    path: '/bodies/{id}/thanks-letter',
    tag: 'Pledges',
    summary: 'A letter of thanks to a partner for what it gave in a year',
    description: 'A Word draft; nothing is sent or kept. 409 where nothing was received in that year.',
    who: 'staff',
    params: BodyId,
    body: z.strictObject({ year: z.number().int().min(2020).max(2100) }),
    example: { year: 2021 },
    refusals: ['Conflict'],
    status: 200,
    file: [DOCX],
    run: async ({ world, account, params, body: { year } }) => {
      mustSee(account);
      return thanksFile(world, { bodyId: params.id, year });
    },
  }),
];
