import * as z from 'zod';
import { EVENT_FIELDS, eventRules, PoolInput } from '../../events/event/event-input';
import { versionField } from '../../platform/input/fields';
import { EventView } from './view';

/** A quota as an event that was read shows it: it is changed by its nomination, not here. */
const QuotaShown = z
  .object({ kind: z.literal('quota'), seats: z.number().int().min(0) })
  .meta({ description: 'Ignored: a quota is changed by its nomination' });

const fields = {
  ...EVENT_FIELDS,
  pools: z
    .array(z.discriminatedUnion('kind', [...PoolInput.options, QuotaShown]))
    .max(1_000)
    .optional(),
  version: versionField,
};
type Said = z.output<z.ZodObject<typeof fields>>;

/** What an answer tells and an edit cannot change. */
const readOnly: Record<never, z.ZodType> = Object.fromEntries(
  Object.keys(EventView.shape)
    .filter((name) => !(name in fields))
    .map((name) => [name, z.unknown().optional().meta({ readOnly: true })]),
);

/**
 * The whole event as it shall be. An event that was read may be put back as it is, so what only an answer
 * tells is ignored; a field that no answer has is refused. It names the version it read, so that two
 * editors cannot overwrite each other unseen.
 */
export const EventUpdate = z
  .strictObject({ ...readOnly, ...fields })
  .superRefine(eventRules)
  .transform(
    (said) => Object.fromEntries(Object.entries(said).filter(([name]) => !(name in readOnly))) as Said,
  );
