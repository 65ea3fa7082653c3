import * as z from 'zod';
import { forgetSigner, listSigners } from '../../events/letters/signers';
import { cutPage, Paging, pageOf } from '../../platform/input/fields';
import { operation } from '../contract/operation';
import { mustInvite, mustSee } from './letter-call';
import { SignerView, signerView } from './view';

/** The people who signed the department’s letters, to propose them again. */
export const operations = [
  operation({
    id: 'listSigners',
    method: 'get',
    path: '/signers',
    tag: 'Letters',
    summary: 'Who signed the department’s letters, the last one first',
    who: 'staff',
    query: Paging,
    status: 200,
    answer: pageOf(SignerView),
    run: async ({ world, account, query }) => {
      mustSee(account);
      const { items, next } = cutPage(await listSigners(world), query);
      return { items: items.map(({ signer }) => signerView(signer)), next };
    },
  }),
  operation({
    id: 'forgetSigner',
    method: 'delete',
    path: '/signers/{signerId}',
    tag: 'Letters',
    summary: 'Propose a signer no more',
    who: 'staff',
    params: z.object({
      signerId: z
        .string()
        .regex(/^[0-9a-z]{1,20}$/)
        .meta({ param: { example: '0123456789ab' } }),
    }),
    status: 204,
    run: async ({ world, account, params }) => {
      mustInvite(account);
      await forgetSigner(world, params.signerId);
    },
  }),
];
