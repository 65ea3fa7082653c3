import { showPhone } from '../../../functions/platform/text/phone';
import { shortDate } from '../../../functions/platform/time/format-date';
import { exportPersonData } from '../../../functions/privacy/export';
import { requestOf } from '../../../functions/privacy/requests';
import { copy } from '../../copy/copy';
import { KeptList } from '../../parts/privacy/kept';
import { SignedLetters } from '../../parts/privacy/signed-letters';
import { titlesOf } from '../../parts/privacy/titles';
import { DONE, QUERY } from '../../query';
import { routes } from '../../routes';
import { sendFile } from '../../ui/download';
import { here, PublicPage } from '../../ui/layout';
import { viOn } from '../../vietnamese';
import { contactOf, ofOwn, ownPath } from '../registrations/own/own';

/** All that is kept about the reader, to be read, printed or taken as a file; and asking for it to be erased. */
export const ownDataPage = ofOwn(async (c, own) => {
  const world = c.get('world');
  const language = c.get('language');
  const t = copy(language).privacy;
  const { restricted } = own.registration;
  const { department, help } = world.settings;
  const [{ kept, signedLetters }, request] = await Promise.all([
    exportPersonData(world, own.registration.id, 'page', 'person'),
    requestOf(world, own.registration.id),
  ]);
  return c.html(
    <PublicPage c={c} title={t.own} contact={contactOf(own.event)} personal>
      <h1>{t.own}</h1>
      {c.req.query(QUERY.done) === DONE.withdrawn && !request && (
        <p class="notice" role="status">
          {t.takenBack}
        </p>
      )}
      <p>{t.ownLead}</p>
      {restricted && <p class="notice">{t.restricted(shortDate(restricted))}</p>}
      {request && (
        <div class="notice" role="status">
          {request.refusedAt ? (
            <>
              <p>{t.refused(shortDate(request.refusedAt))}</p>
              <p lang={viOn(language)}>{t.refusedWhy(request.refusal ?? '')}</p>
              <p>{t.object(department.name, showPhone(help.phone), help.email)}</p>
            </>
          ) : (
            <p>{t.asked(shortDate(request.askedAt), shortDate(request.dueAt))}</p>
          )}
        </div>
      )}
      <p class="actions no-print">
        <a class="btn plain" href={ownPath(c, own, routes.ownDataFile())}>
          {t.download}
        </a>
        <a class="btn plain" href={ownPath(c, own, routes.askToForget())}>
          {request?.open === 'request' ? t.takeBack : t.ask}
        </a>
        {!restricted && (
          <a class="btn plain" href={ownPath(c, own, routes.reviewed())}>
            {t.askNo}
          </a>
        )}
      </p>
      <p class="soft small no-print">{t.print}</p>
      <KeptList kept={kept} language={language} titles={await titlesOf(world, kept)} />
      <SignedLetters
        counts={signedLetters}
        language={language}
        titles={await titlesOf(world, signedLetters)}
      />
      <p class="soft small">
        <a href={here(c, routes.privacy())}>{copy(language).registrations.rights}</a>
      </p>
    </PublicPage>,
  );
});

/** The same as a file. */
export const ownDataFile = ofOwn(async (c, own) => {
  const body = JSON.stringify(
    await exportPersonData(c.get('world'), own.registration.id, 'json', 'person'),
    null,
    2,
  );
  return sendFile(c, { name: 'du-lieu-cua-toi.json', type: 'application/json', body });
});
