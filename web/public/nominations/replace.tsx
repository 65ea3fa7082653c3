import { replaceNominee } from '../../../functions/events/nominations/change-nominee';
import type { NominationView } from '../../../functions/events/nominations/read';
import { copy } from '../../copy/copy';
import { NomineeQuestions, nomineeFields, readNominee } from '../../parts/nominations/nominee';
import { readPlaces } from '../../parts/registrations/places';
import { asksPresent, PresentQuestion, presentField, presentIn } from '../../parts/registrations/present';
import { NOMINATED } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { here } from '../../ui/layout';
import { Say } from '../../vietnamese';
import { behindLink, LinkPage, listPath, mustBeAsShown, personOf, ShownPerson, tokenOf } from './frame';

const replaceForm = defineForm({
  fields: (t) => ({ ...nomineeFields(t), ...presentField }),
  fill: (view: NominationView, c) => ({ online: personOf(c, view).online ? 'yes' : 'no' }),
  page: async (c, form, view) => {
    const t = copy(c.get('language')).nominations;
    const person = personOf(c, view);
    const title = t.replaceTitle(person.fullName);
    const said = (words: (name: string) => string) => (
      <Say language={form.language} words={words}>
        {person.fullName}
      </Say>
    );
    return (
      <LinkPage c={c} view={view} title={title} form={form}>
        <div class="form">
          <form.Errors />
          <h1>{said(t.replaceTitle)}</h1>
          <p class="notice">{said(t.replaceLead)}</p>
          <form.Post action={here(c, routes.nominationReplace(tokenOf(c), person.id))}>
            <ShownPerson of={person} />
            <PresentQuestion form={form} />
            <NomineeQuestions
              c={c}
              form={form}
              nomination={view.nomination}
              event={view.event}
              places={await readPlaces(c.get('world'))}
            />
            <Button>{asksPresent(form) ? t.replaceAllTheSame : t.replaceSubmit}</Button>
          </form.Post>
        </div>
      </LinkPage>
    );
  },
});

/** "Thay người", in one step: the seat passes to the substitute. */
export const replacePage = {
  get: behindLink((c, view) => replaceForm.show(c, view)),
  post: behindLink((c, view) =>
    replaceForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const person = personOf(c, view);
        const { id } = person;
        mustBeAsShown(person, fields);
        const nominee = readNominee(fields, await readPlaces(world), view.nomination);
        const substitute = await replaceNominee(world, tokenOf(c), id, { ...nominee, ...presentIn(fields) });
        return listPath(c, { [NOMINATED.replaced]: substitute.id });
      },
      view,
    ),
  ),
};
