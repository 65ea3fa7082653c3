import * as z from 'zod';
import { withdrawNominee } from '../../../functions/events/nominations/change-nominee';
import type { NominationView } from '../../../functions/events/nominations/read';
import { line } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { copy } from '../../copy/copy';
import { asksPresent, PresentQuestion, presentField, presentIn } from '../../parts/registrations/present';
import { NOMINATED } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { here } from '../../ui/layout';
import { Say } from '../../vietnamese';
import { behindLink, LinkPage, listPath, mustBeAsShown, personOf, ShownPerson, tokenOf } from './frame';

const ReasonInput = z.object({ reason: line(300) });

const takeOffForm = defineForm({
  fields: (t) => ({
    ...presentField,
    reason: { label: t.nominations.reason, maxlength: 300, codes: { required: 'reason-required' } },
  }),
  page: (c, form, view: NominationView) => {
    const t = copy(c.get('language')).nominations;
    const person = personOf(c, view);
    const { id, fullName } = person;
    const title = t.takeOffTitle(fullName);
    const said = (words: (name: string) => string) => (
      <Say language={form.language} words={words}>
        {fullName}
      </Say>
    );
    return (
      <LinkPage c={c} view={view} title={title} form={form}>
        <div class="form">
          <form.Errors />
          <h1>{said(t.takeOffTitle)}</h1>
          <p>{said(t.takeOffLead)}</p>
          <form.Post action={here(c, routes.nominationWithdraw(tokenOf(c), id))}>
            <ShownPerson of={person} />
            <PresentQuestion form={form} />
            <form.Fields />
            <p class="actions">
              <Button kind="warn">{asksPresent(form) ? t.takeOffAllTheSame : t.takeOffYes}</Button>
              <a class="btn plain" href={listPath(c)}>
                {t.keep}
              </a>
            </p>
          </form.Post>
        </div>
      </LinkPage>
    );
  },
});

/** Takes a person off the list, with the reason that the person is told. */
export const takeOffPage = {
  get: behindLink((c, view) => takeOffForm.show(c, view)),
  post: behindLink((c, view) =>
    takeOffForm.handle(
      c,
      async ({ fields }) => {
        const { reason = '' } = fields;
        const person = personOf(c, view);
        const { id } = person;
        mustBeAsShown(person, fields);
        const input = parse(ReasonInput, { reason });
        await withdrawNominee(c.get('world'), tokenOf(c), id, { ...input, ...presentIn(fields) });
        return listPath(c, { [NOMINATED.takenOff]: id });
      },
      view,
    ),
  ),
};
