import * as z from 'zod';
import { MoneyListInput } from '../../events/attendance/money-list';
import { MONEY_LIST_FORMATS, moneyListFile } from '../../events/attendance/money-list-file';
import { mayRegistrations } from '../../events/registrations/may';
import { DOCX, XLSX } from '../../platform/files/download';
import { idOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { operation } from '../contract/operation';

export const operations = [
  operation({
    id: 'draftMoneyList',
    method: 'post',
    path: '/events/{eventId}/money-list',
    tag: 'Registrations',
    summary: 'The list on which people sign for money received',
    description:
      'Everyone who was checked in, with so much for each of their days. A draft to print and sign, noted among the documents of the event; nothing is paid.',
    who: 'staff',
    params: z.object({ eventId: idOf('evt').meta({ param: { example: 'evt_2021_goquao' } }) }),
    body: MoneyListInput.extend({ format: z.enum(MONEY_LIST_FORMATS).default('docx') }),
    example: { rate: 100_000, purpose: 'Hỗ trợ tiền ăn cho người tham dự' },
    refusals: ['Conflict'],
    status: 200,
    file: [DOCX, XLSX],
    run: async ({ world, account, params, body: { format, ...input } }) => {
      if (!mayRegistrations(account, []).export) throw new Problem('forbidden', 'forbidden');
      return moneyListFile(world, params.eventId, input, format);
    },
  }),
];
