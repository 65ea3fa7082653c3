import type { Child, FC } from 'hono/jsx';
import { copy, type Language } from '../copy/copy';
import type { Page } from '../env';
import { FORM_TOKEN } from '../query';
import { Button, CarriedFields, type Posted, readForm, type Values } from './form';
import { display, FORM_ID } from './form/display';
import { formToken } from './form-token';

/** A form that was sent and not taken. */
export interface KeptForm {
  typed: Values;
  files: readonly string[];
}

/** The form of this request; nothing where it sent none, or one that cannot be read. */
export const keptForm = async (c: Page): Promise<KeptForm | undefined> => {
  if (c.req.method !== 'POST') return undefined;
  const posted: Posted | undefined = await readForm(c).catch(() => undefined);
  if (!posted || Object.keys(posted.typed).length === 0) return undefined;
  // A page of a problem comes in another size or language, too.
  if (posted.display) display(c, posted.display);
  return { typed: posted.typed, files: posted.files };
};

/** Codes of choices, ids, versions: nothing that a person typed. */
const isCode = (name: string, value: string) =>
  /^[a-z_-]*$/.test(value) ||
  /^[a-z]{3}_[0-9a-z]+$/.test(value) ||
  /^(nonce|version|credential|registrationId)$/.test(name);

/** What a person typed, with the names of the fields that are known. */
const wordsIn = ({ typed }: KeptForm, language: Language): [string, string][] => {
  const person: Readonly<Record<string, unknown>> = copy(language).person;
  return Object.entries(typed).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((v): v is string => v !== undefined && v.trim() !== '' && !isCode(name, v))
      .map((v): [string, string] => [typeof person[name] === 'string' ? person[name] : '', v]),
  );
};

const LONG = 200;

/** What was typed, to read and to copy. */
export const TypedWords: FC<{ kept: KeptForm; language: Language }> = ({ kept, language }) => {
  const words = wordsIn(kept, language);
  if (words.length === 0) return null;
  return (
    <>
      <h2>{copy(language).shared.typed}</h2>
      <ul>
        {words.map(([label, value]) => (
          <li>
            {label && `${label}: `}
            {value.length > LONG ? (
              <textarea readonly rows={6} aria-label={label || copy(language).shared.typed}>
                {value}
              </textarea>
            ) : (
              <b>{value}</b>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

interface SendAgainProps {
  c: Page;
  kept: KeptForm;
  action: string;
  children?: Child;
}

/** The form as it was sent, with one button. A file must be chosen once more: no page can bring it back. */
export const SendAgain: FC<SendAgainProps> = ({ c, kept, action, children }) => {
  const t = copy(c.get('language')).shared;
  const many = kept.files.length > 0 || JSON.stringify(kept.typed).length > 10_000;
  return (
    <form
      id={FORM_ID}
      method="post"
      action={action}
      enctype={many ? 'multipart/form-data' : undefined}
      class="form"
    >
      <CarriedFields posted={kept} />
      <input type="hidden" name={FORM_TOKEN} value={formToken(c)} />
      {kept.files.map((name) => (
        <p>
          <label>
            {t.fileAgain} <input type="file" name={name} />
          </label>
        </p>
      ))}
      {children ?? <Button>{t.sendAgain}</Button>}
    </form>
  );
};
