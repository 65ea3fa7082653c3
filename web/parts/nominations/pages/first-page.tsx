import type { FC } from 'hono/jsx';
import { nominateFor } from '../../../../functions/events/nominations/nominees/nominate';
import { viewNomination } from '../../../../functions/events/nominations/read';
import { isNamed, isReserve } from '../../../../functions/events/registrations/nominees';
import { expectedElsewhere } from '../../../../functions/events/registrations/register/elsewhere';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { NOMINATED } from '../../../query';
import { Button, defineForm } from '../../../ui/form';
import { Say } from '../../../vietnamese';
import { Bar } from '../../events/bar';
import { titleIn } from '../../events/event-words';
import { AtOnce } from '../../registrations/at-once';
import { readPlaces } from '../../registrations/places';
import { type Behind, type Desk, listPath } from '../desk';
import { NomineeQuestions, nomineeFields, readNominee } from '../nominee';
import { standstill } from '../standstill';
import { CallsToMake, callsOf } from './calls';
import { Done, Facts } from './facts';
import { LetterLink } from './letter';
import { PeopleNamed } from './people';
import { Reserve } from './reserve-list';

const nominateForm = defineForm({
  fields: nomineeFields,
  fill: () => ({ online: 'no' }),
  page: async (c, form, desk: Desk) => {
    const world = c.get('world');
    const { event, nomination, quota, used, left, paths } = desk;
    const coming = desk.people.filter(isNamed);
    const [places, calls, elsewhere] = await Promise.all([
      readPlaces(world),
      callsOf(c, desk),
      expectedElsewhere(world, event, coming),
    ]);
    const language = c.get('language');
    const t = copy(language).nominations;
    const about = titleIn(event, language);
    const still = standstill(desk, world.now(), language);
    // Shortly before the event a free seat is for the reserve: the officer chooses.
    const takes = !still && left > 0 && !desk.people.some(isReserve);
    return (
      <desk.Frame
        c={c}
        desk={desk}
        title={t.title}
        heading={<span lang={about.lang}>{about.title}</span>}
        above={
          <>
            <form.Errors />
            <Done c={c} desk={desk} />
            <p class="soft">
              <Say language={language} words={desk.hands.filling.reader ? t.quotaOf : t.asked}>
                {nomination.name}
              </Say>
            </p>
          </>
        }
        form={takes && form}
        first
        narrow
      >
        {still && (
          <div class="notice lotus">
            <p>
              <strong>{still[0]}.</strong> {still[1]}
            </p>
          </div>
        )}
        <Facts c={c} desk={desk} />
        <LetterLink c={c} desk={desk} />
        <h2>{t.quota}</h2>
        <Bar used={used} quota={quota} />
        <p>
          <strong>{still ? t.usedOver(used) : t.used(used, quota, left)}</strong>{' '}
          {!still && left === 0 && t.fullThen}
        </p>
        {takes && <WaysToName c={c} desk={desk} />}
        <AtOnce people={coming} elsewhere={elsewhere} language={language} />
        <PeopleNamed c={c} desk={desk} />
        <Reserve c={c} desk={desk} />
        <CallsToMake c={c} calls={calls} desk={desk} />
        {takes && (
          <section>
            <h2 id="cu-mot-nguoi">{t.nameOne}</h2>
            <form.Post action={paths.list}>
              <NomineeQuestions c={c} form={form} nomination={nomination} event={event} places={places} />
              <Button>{t.submit}</Button>
            </form.Post>
          </section>
        )}
        {desk.note && <p class="soft small">{desk.note}</p>}
      </desk.Frame>
    );
  },
});

/** The ways in which people are named: one, a list, out of the register. */
const WaysToName: FC<{ c: Page; desk: Desk }> = ({ c, desk: { nomination, paths } }) => {
  const { nominations: t, candidates } = copy(c.get('language'));
  return (
    <p class="actions no-print">
      <a class="btn" href="#cu-mot-nguoi">
        {t.nameOne}
      </a>
      {nomination.unitId && (
        <a class="btn plain" href={paths.mediators}>
          {candidates.open}
        </a>
      )}
      <a class="btn plain" href={paths.paste}>
        {t.paste}
      </a>
    </p>
  );
};

/** The first page of a quota: the event, the people named and to be called, and a form for one more. */
export const firstPage = (behind: Behind) => ({
  get: behind((c, desk) => nominateForm.show(c, desk)),
  post: behind((c, desk) =>
    nominateForm.handle(
      c,
      async ({ fields }) => {
        const { world, filling } = desk.hands;
        const nominee = readNominee(fields, await readPlaces(world, undefined, fields), desk.nomination);
        const named = await nominateFor(world, filling, nominee);
        // A person of the reserve who is named once more goes on waiting.
        return listPath(desk, { [isReserve(named) ? NOMINATED.reserved : NOMINATED.named]: named.id });
      },
      // The quota may have been used up meanwhile.
      async () => ({ ...desk, ...(await viewNomination(desk.hands.world, desk.nomination)) }),
    ),
  ),
});
