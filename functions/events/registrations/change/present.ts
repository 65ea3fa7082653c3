import * as z from 'zod';
import { Problem } from '../../../platform/problem/problem';
import type { Registration } from '../registration';

/** Whether to go on although the person was seen at the event: the answer to `marked-present`. */
export interface Asked {
  evenIfPresent?: boolean;
}

/** The same as a member of the API's bodies. */
export const evenIfPresent = z
  .boolean()
  .default(false)
  .describe(
    'They were seen at the event, and this is meant all the same. What they attended stays on record',
  );

/** They were seen at the event: the person who ends or replaces the registration is asked whether that is meant. */
export const markedPresent = ({ fullName, came = {} }: Pick<Registration, 'fullName' | 'came'>): Problem =>
  new Problem('conflict', 'marked-present', { name: fullName, at: Object.values(came).sort().at(-1) ?? '' });
