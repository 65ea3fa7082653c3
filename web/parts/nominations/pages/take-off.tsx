import * as z from 'zod';
import { withdrawFor } from '../../../../functions/events/nominations/nominees/change-nominee';
import { isReserve } from '../../../../functions/events/registrations/nominees';
import { line, optional } from '../../../../functions/platform/input/fields';
import { parse } from '../../../../functions/platform/input/parse';
import { copy } from '../../../copy/copy';
import { NOMINATED } from '../../../query';
import { Button, defineForm } from '../../../ui/form';
import { Say } from '../../../vietnamese';
import { asksPresent, PresentQuestion, presentField, presentIn } from '../../registrations/present';
import { type Behind, type Desk, listPath, mustBeAsShown, personOf, ShownPerson } from '../desk';

const ReasonInput = z.object({ reason: optional(line(300)) });

const OWN_REQUEST = 'atOwnRequest';

const takeOffForm = defineForm({
  fields: (t) => ({
    ...presentField,
    [OWN_REQUEST]: { as: 'tick', label: t.nominations.ownRequest },
    reason: { label: t.nominations.reason, maxlength: 300, codes: { required: 'reason-required' } },
  }),
  page: (c, form, desk: Desk) => {
    const t = copy(c.get('language')).nominations;
    const person = personOf(c, desk);
    const { id, fullName } = person;
    const said = (words: (name: string) => string) => (
      <Say language={form.language} words={words}>
        {fullName}
      </Say>
    );
    return (
      <desk.Frame
        c={c}
        desk={desk}
        title={t.takeOffTitle(fullName)}
        heading={said(t.takeOffTitle)}
        above={<form.Errors />}
        form={form}
        narrow
      >
        <p>{said(isReserve(person) ? t.takeOffReserveLead : t.takeOffLead)}</p>
        <form.Post action={desk.paths.withdraw(id)}>
          <ShownPerson of={person} />
          <PresentQuestion form={form} />
          <form.Fields />
          <p class="actions">
            <Button kind="warn">{asksPresent(form) ? t.takeOffAllTheSame : t.takeOffYes}</Button>
            <a class="btn plain" href={listPath(desk)}>
              {t.keep}
            </a>
          </p>
        </form.Post>
      </desk.Frame>
    );
  },
});

/** Takes a person off the list, with the reason that the person is told, or because the person asked for it. */
export const takeOffPage = (behind: Behind) => ({
  get: behind((c, desk) => takeOffForm.show(c, desk)),
  post: behind((c, desk) =>
    takeOffForm.handle(
      c,
      async ({ fields }) => {
        const { reason = '' } = fields;
        const person = personOf(c, desk);
        mustBeAsShown(person, fields);
        const atOwnRequest = fields[OWN_REQUEST] === 'on';
        const asked = {
          ...parse(ReasonInput, reason.trim() ? { reason } : {}),
          ...presentIn(fields),
          atOwnRequest,
        };
        await withdrawFor(desk.hands.world, desk.hands.filling, person.id, asked);
        return listPath(desk, { [atOwnRequest ? NOMINATED.withdrawn : NOMINATED.takenOff]: person.id });
      },
      desk,
    ),
  ),
});
