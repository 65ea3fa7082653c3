import type { FC } from 'hono/jsx';
import { exportPersonData, exportRequestedData, type PersonExport } from '../../../functions/privacy/export';
import { type SignedLetter, signedLettersOf } from '../../../functions/privacy/look-at';
import { askedBy, getRequest } from '../../../functions/privacy/requests';
import { copy } from '../../copy/copy';
import type { Handler, Page } from '../../env';
import { KeptList } from '../../parts/privacy/kept';
import { titlesOf } from '../../parts/privacy/titles';
import { routes } from '../../routes';
import { ConsolePage, type WayBack } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { mustForget, registrationToSee } from './access';
import { SignedLetters } from './look-at';

interface Shown {
  c: Page;
  /** What the page is about: the name of a person. */
  name: string;
  back: WayBack;
  file: string;
  forget: string;
  kept: PersonExport['kept'];
  letters: readonly SignedLetter[];
  titles: ReadonlyMap<string, string>;
}

/** All that is kept of a person, to be read or printed. */
const DataPage: FC<Shown> = ({ c, name, back, file, forget, kept, letters, titles }) => {
  const t = copy('vi').privacy;
  return (
    <ConsolePage c={c} title={`Dữ liệu về ${name}`} at={routes.consoleEvents()} back={back}>
      <p class="actions no-print">
        <a class="btn plain" href={file}>
          {t.download}
        </a>
        <a class="btn plain" href={forget}>
          Xóa dữ liệu
        </a>
      </p>
      <p class="soft small no-print">{t.print}</p>
      {kept.length === 0 && <p class="empty">{t.nothing}</p>}
      <KeptList kept={kept} language="vi" titles={titles} />
      <SignedLetters letters={letters} titles={titles} />
    </ConsolePage>
  );
};

const show = async (
  c: Page,
  { kept, signedLetters }: PersonExport,
  about: Pick<Shown, 'name' | 'back' | 'file' | 'forget'>,
): Promise<Response> => {
  const world = c.get('world');
  const letters = await signedLettersOf(
    world,
    signedLetters.map(({ eventId }) => eventId),
  );
  const titles = await titlesOf(world, [...kept, ...letters]);
  return c.html(<DataPage c={c} {...{ kept, letters, titles }} {...about} />);
};

const asFile = (c: Page, data: PersonExport): Response | Promise<Response> =>
  sendFile(c, {
    name: 'du-lieu-ca-nhan.json',
    type: 'application/json',
    body: JSON.stringify(data, null, 2),
  });

/** Of the person of a registration. */
export const personDataPage: Handler = async (c) => {
  const { id, fullName } = await registrationToSee(c);
  return show(c, await exportPersonData(c.get('world'), id, 'page', c.get('account')!), {
    name: fullName,
    back: { href: routes.consoleRegistration(id), label: fullName },
    file: routes.consolePersonFile(id),
    forget: routes.consoleForget(id),
  });
};

/** The same as a file. */
export const personDataFile: Handler = async (c) => {
  const { id } = await registrationToSee(c);
  return asFile(c, await exportPersonData(c.get('world'), id, 'json', c.get('account')!));
};

const readRequested = async (c: Page) => {
  mustForget(c);
  const request = await getRequest(c.get('world'), c.req.param('id') ?? '');
  return { request, asked: askedBy(request) };
};

/** Of the person of a request, who may have no registration. */
export const requestedDataPage: Handler = async (c) => {
  const { request, asked } = await readRequested(c);
  if ('id' in asked) return c.redirect(routes.consolePersonData(asked.id), 303);
  const forget = routes.consoleForgetRequest(request.id);
  const name = request.asker?.fullName ?? '';
  return show(c, await exportRequestedData(c.get('world'), request, 'page', c.get('account')!), {
    name,
    back: { href: forget, label: `Xóa dữ liệu của ${name}?` },
    file: routes.consoleRequestedFile(request.id),
    forget,
  });
};

/** The same as a file. */
export const requestedDataFile: Handler = async (c) => {
  const { request } = await readRequested(c);
  return asFile(c, await exportRequestedData(c.get('world'), request, 'json', c.get('account')!));
};
