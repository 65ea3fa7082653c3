import { replaceFor } from '../../../../functions/events/nominations/nominees/change-nominee';
import { copy } from '../../../copy/copy';
import { NOMINATED } from '../../../query';
import { Button, defineForm } from '../../../ui/form';
import { Say } from '../../../vietnamese';
import { readPlaces } from '../../registrations/places';
import { asksPresent, PresentQuestion, presentField, presentIn } from '../../registrations/present';
import { type Behind, type Desk, listPath, mustBeAsShown, personOf, ShownPerson } from '../desk';
import { NomineeQuestions, nomineeFields, readNominee } from '../nominee';

const replaceForm = defineForm({
  fields: (t) => ({ ...nomineeFields(t), ...presentField }),
  fill: (desk: Desk, c) => ({ online: personOf(c, desk).online ? 'yes' : 'no' }),
  page: async (c, form, desk) => {
    const t = copy(c.get('language')).nominations;
    const person = personOf(c, desk);
    const said = (words: (name: string) => string) => (
      <Say language={form.language} words={words}>
        {person.fullName}
      </Say>
    );
    return (
      <desk.Frame
        c={c}
        desk={desk}
        title={t.replaceTitle(person.fullName)}
        heading={said(t.replaceTitle)}
        above={<form.Errors />}
        form={form}
        narrow
      >
        <p class="notice">{said(t.replaceLead)}</p>
        <form.Post action={desk.paths.replace(person.id)}>
          <ShownPerson of={person} />
          <PresentQuestion form={form} />
          <NomineeQuestions
            c={c}
            form={form}
            nomination={desk.nomination}
            event={desk.event}
            places={await readPlaces(c.get('world'))}
          />
          <Button>{asksPresent(form) ? t.replaceAllTheSame : t.replaceSubmit}</Button>
        </form.Post>
      </desk.Frame>
    );
  },
});

/** "Thay người", in one step: the seat passes to the substitute. */
export const replacePage = (behind: Behind) => ({
  get: behind((c, desk) => replaceForm.show(c, desk)),
  post: behind((c, desk) =>
    replaceForm.handle(
      c,
      async ({ fields }) => {
        const { world, filling } = desk.hands;
        const person = personOf(c, desk);
        mustBeAsShown(person, fields);
        const nominee = readNominee(fields, await readPlaces(world, undefined, fields), desk.nomination);
        const asked = { ...nominee, ...presentIn(fields) };
        const substitute = await replaceFor(world, filling, person.id, asked);
        return listPath(desk, { [NOMINATED.replaced]: substitute.id });
      },
      desk,
    ),
  ),
});
