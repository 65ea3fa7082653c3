import * as z from 'zod';
import type { Change } from '../../platform/audit/change';

export const ChangeView = z
  .object({
    at: z.string(),
    who: z
      .string()
      .describe(
        '`acc_…`, `nom_…`, `public` (no account; of a registration somebody with its code and phone), `clock` or `system`',
      ),
    what: z
      .enum(['created', 'changed', 'removed', 'taken', 'expired'])
      .describe(
        '`taken`: a list of people left as a file or was opened to be printed; `expired`: what had been kept long enough was deleted',
      ),
    fields: z
      .record(
        z.string(),
        z.union([
          z.object({ from: z.unknown().optional(), to: z.unknown().optional() }),
          z.literal('hidden'),
        ]),
      )
      .describe(
        'What differs, before and after, each where there is one; of what is a person’s own only that it differs',
      ),
  })
  .meta({ id: 'Change' });

export const changeView = ({ sk, who, what, fields }: Change) => ({
  at: sk.split('#')[0]!,
  who,
  what,
  fields,
});
