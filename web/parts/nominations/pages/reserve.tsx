import { seatReserve } from '../../../../functions/events/nominations/nominees/change-nominee';
import { nameReserve } from '../../../../functions/events/nominations/nominees/nominate';
import { isReserve } from '../../../../functions/events/registrations/nominees';
import { copy } from '../../../copy/copy';
import { NOMINATED } from '../../../query';
import { Button, defineForm } from '../../../ui/form';
import { readPlaces } from '../../registrations/places';
import { type Behind, type Desk, listPath, personOf } from '../desk';
import { NomineeQuestions, nomineeFields, readNominee } from '../nominee';

const reserveForm = defineForm({
  fields: nomineeFields,
  fill: () => ({ online: 'no' }),
  page: async (c, form, desk: Desk) => {
    const t = copy(c.get('language')).nominations;
    return (
      <desk.Frame
        c={c}
        desk={desk}
        title={t.reserveTitle}
        above={<form.Errors />}
        form={desk.may.name && form}
        narrow
      >
        <p>{t.reserveLead}</p>
        {desk.may.name ? (
          <form.Post action={desk.paths.reserve}>
            <NomineeQuestions
              c={c}
              form={form}
              nomination={desk.nomination}
              event={desk.event}
              places={await readPlaces(c.get('world'))}
            />
            <p class="actions">
              <Button>{t.reserveSubmit}</Button>
              <a class="btn plain" href={listPath(desk)}>
                {t.back}
              </a>
            </p>
          </form.Post>
        ) : (
          <p class="notice lotus">{t.closed}.</p>
        )}
      </desk.Frame>
    );
  },
});

/** A person beyond the quota, who takes the seat of the first nominee who leaves. */
export const reservePage = (behind: Behind) => ({
  get: behind((c, desk) => reserveForm.show(c, desk)),
  post: behind((c, desk) =>
    reserveForm.handle(
      c,
      async ({ fields }) => {
        const { world, filling } = desk.hands;
        const person = readNominee(fields, await readPlaces(world, undefined, fields), desk.nomination);
        const named = await nameReserve(world, filling, person);
        return listPath(desk, { [isReserve(named) ? NOMINATED.reserved : NOMINATED.named]: named.id });
      },
      desk,
    ),
  ),
});

/** Gives a free seat to a person of the reserve, shortly before the event. */
export const reserveSeated = (behind: Behind) =>
  behind(async (c, desk) => {
    const { id } = personOf(c, desk);
    await seatReserve(desk.hands.world, desk.hands.filling, id);
    return c.redirect(listPath(desk, { [NOMINATED.seated]: id }), 303);
  });
