import { nominate } from '../../../functions/events/nominations/nominate';
import { type NominationView, readNomination } from '../../../functions/events/nominations/read';
import { isNamed } from '../../../functions/events/registrations/nominees';
import { expectedElsewhere } from '../../../functions/events/registrations/register/elsewhere';
import { copy } from '../../copy/copy';
import { Bar } from '../../parts/events/bar';
import { titleIn } from '../../parts/events/event-words';
import { NomineeQuestions, nomineeFields, readNominee } from '../../parts/nominations/nominee';
import { AtOnce } from '../../parts/registrations/at-once';
import { readPlaces } from '../../parts/registrations/places';
import { NOMINATED } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { here } from '../../ui/layout';
import { Say } from '../../vietnamese';
import { CallsToMake, callsOf } from './calls';
import { behindLink, LinkPage, listPath, tokenOf } from './frame';
import { Done, Facts, standstill } from './nomination-facts';
import { PeopleNamed } from './people';

const nominateForm = defineForm({
  fields: nomineeFields,
  fill: () => ({ online: 'no' }),
  page: async (c, form, view: NominationView) => {
    const world = c.get('world');
    const token = tokenOf(c);
    const { event, nomination, quota, used, left } = view;
    const coming = view.people.filter(isNamed);
    const [places, calls, elsewhere] = await Promise.all([
      readPlaces(world),
      callsOf(world, nomination.id),
      expectedElsewhere(world, event, coming),
    ]);
    const language = c.get('language');
    const t = copy(language).nominations;
    const about = titleIn(event, language);
    const still = standstill(view, world.now(), language);
    const takes = !still && left > 0;
    return (
      <LinkPage c={c} view={view} title={t.title} form={takes && form} first>
        <div class="form">
          <form.Errors />
          <Done c={c} view={view} />
          <p class="soft">
            <Say language={language} words={t.asked}>
              {nomination.name}
            </Say>
          </p>
          <h1 lang={about.lang}>{about.title}</h1>
          {still && (
            <div class="notice lotus">
              <p>
                <strong>{still[0]}.</strong> {still[1]}
              </p>
            </div>
          )}
          <Facts c={c} view={view} />
          <h2>{t.quota}</h2>
          <Bar used={used} quota={quota} />
          <p>
            <strong>{still ? t.usedOver(used) : t.used(used, quota, left)}</strong>{' '}
            {!still && left === 0 && t.fullThen}
          </p>
          {takes && (
            <p class="actions no-print">
              <a class="btn" href="#cu-mot-nguoi">
                {t.nameOne}
              </a>
              <a class="btn plain" href={here(c, routes.nominationPaste(token))}>
                {t.paste}
              </a>
            </p>
          )}
          <AtOnce people={coming} elsewhere={elsewhere} language={language} />
          <PeopleNamed c={c} view={view} />
          <CallsToMake c={c} calls={calls} event={event} />
          {takes && (
            <section>
              <h2 id="cu-mot-nguoi">{t.nameOne}</h2>
              <form.Post action={here(c, routes.nomination(token))}>
                <NomineeQuestions c={c} form={form} nomination={nomination} event={event} places={places} />
                <Button>{t.submit}</Button>
              </form.Post>
            </section>
          )}
          <p class="soft small">{t.private}</p>
        </div>
      </LinkPage>
    );
  },
});

/** The link's first page: the event, the quota, the people named and to be called, and a form for one more. */
export const nominationPage = {
  get: behindLink((c, view) => nominateForm.show(c, view)),
  post: behindLink((c, view) =>
    nominateForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const nominee = readNominee(fields, await readPlaces(world), view.nomination);
        const { id } = await nominate(world, tokenOf(c), nominee);
        return listPath(c, { [NOMINATED.named]: id });
      },
      // The quota may have been used up meanwhile.
      () => readNomination(c.get('world'), tokenOf(c)),
    ),
  ),
};
