import { exportPersonData } from '../../../functions/privacy/export';
import { signedLettersOf } from '../../../functions/privacy/look-at';
import { copy } from '../../copy/copy';
import type { Handler } from '../../env';
import { KeptList } from '../../parts/privacy/kept';
import { titlesOf } from '../../parts/privacy/titles';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { registrationToSee } from './access';
import { SignedLetters } from './look-at';

/** All that is kept of the person of a registration, to be read or printed. */
export const personDataPage: Handler = async (c) => {
  const world = c.get('world');
  const { id, fullName } = await registrationToSee(c);
  const { kept, signedLetters } = await exportPersonData(world, id, 'page', c.get('account')!);
  const letters = await signedLettersOf(
    world,
    signedLetters.map(({ eventId }) => eventId),
  );
  const t = copy('vi').privacy;
  return c.html(
    <ConsolePage
      c={c}
      title={`Dữ liệu về ${fullName}`}
      at={routes.consoleEvents()}
      back={{ href: routes.consoleRegistration(id), label: fullName }}
    >
      <p class="actions no-print">
        <a class="btn plain" href={routes.consolePersonFile(id)}>
          {t.download}
        </a>
        <a class="btn plain" href={routes.consoleForget(id)}>
          Xóa dữ liệu
        </a>
      </p>
      <p class="soft small no-print">{t.print}</p>
      {kept.length === 0 && <p class="empty">{t.nothing}</p>}
      <KeptList kept={kept} language="vi" titles={await titlesOf(world, kept)} />
      <SignedLetters letters={letters} titles={await titlesOf(world, letters)} />
    </ConsolePage>,
  );
};

/** The same as a file. */
export const personDataFile: Handler = async (c) => {
  const world = c.get('world');
  const { id } = await registrationToSee(c);
  const body = JSON.stringify(await exportPersonData(world, id, 'json', c.get('account')!), null, 2);
  return sendFile(c, { name: 'du-lieu-ca-nhan.json', type: 'application/json', body });
};
