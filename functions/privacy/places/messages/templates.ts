import { ownTemplates } from '../../../events/broadcasts/broadcast';
import { listTemplates } from '../../../events/broadcasts/templates';
import { iso } from '../../../platform/time/dates';
import { numbersOf, scrubbed, speaksOf } from '../../person/scrub';
import { scrubHistory } from '../history';
import type { Place } from '../place';

/** Texts that the department keeps for its messages. They belong to no event, so a name alone tells no person. */
export const templates: Place = {
  find: async (world, person) =>
    (await listTemplates(world))
      .filter(({ own, subject, words }) => own && speaksOf({ subject, words }, numbersOf(person)))
      .map(({ id, subject, words }) => ({ place: 'broadcasts', id, values: { subject, text: words } })),
  forget: async (world, person) => {
    const traits = numbersOf(person);
    let count = await scrubHistory(world, 'template', traits);
    for (const { id, own, name, subject, words } of await listTemplates(world)) {
      const said = { name, subject, words };
      if (!own || !speaksOf(said, traits)) continue;
      const written = await world.db.updateIf(
        ownTemplates,
        { pk: 'template', sk: id },
        {
          set: { ...scrubbed(said, traits), redactedAt: iso(world.now()) },
          if: 'subject = :subject AND words = :words',
          values: { ':subject': subject, ':words': words },
        },
      );
      // One that was saved anew meanwhile is found by the second look.
      if (written.ok) count++;
    }
    return count;
  },
};
