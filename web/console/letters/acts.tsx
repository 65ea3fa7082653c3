import type { Child } from 'hono/jsx';
import { sendLetter } from '../../../functions/events/invitations/shared/send';
import { signLetter, unsignLetter } from '../../../functions/events/invitations/shared/sign';
import { LetterMarks } from '../../../functions/events/letters/shared-letter';
import { parse } from '../../../functions/platform/input/parse';
import { invalid } from '../../../functions/platform/problem/problem';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Handler, Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm, messageOf, readFile } from '../../ui/form';
import { idOf, mustInvite } from '../invitations/parts/access';
import { LetterPage } from './letter';
import { readShown, type ShownLetter } from './read';
import { signedFields } from './signing';

/** Back to the letter's page, which says what was done with how many. */
const done = (c: Page, what: string, count?: number): string =>
  withQuery(routes.consoleLetter(idOf(c)), {
    [QUERY.done]: what,
    [QUERY.count]: count === undefined ? undefined : String(count),
  });

const signForm = defineForm({
  fields: signedFields,
  page: (c, form, shown: ShownLetter): Child => <LetterPage c={c} form={form} shown={shown} />,
});

/** A letter to many. */
export const letterPage: Handler = async (c) => signForm.show(c, await readShown(c));

/** Uploads the signed letter. */
export const signAct: Handler = async (c) => {
  mustInvite(c);
  return signForm.handle(
    c,
    async ({ fields }) => {
      const file = await readFile(c);
      if (!file) throw invalid('file', 'pdf-required');
      const marks = parse(LetterMarks, {
        number: fields.number,
        dated: fields.dated && typedDate(fields.dated),
      });
      const pdf = new Uint8Array(await file.arrayBuffer());
      const scope = fields.scope === 'added' ? 'added' : 'all';
      const { members } = await signLetter(c.get('world'), idOf(c), { pdf, scope, ...marks });
      return done(c, DONE.signed, members.filter(({ signedLetter }) => signedLetter).length);
    },
    () => readShown(c),
  );
};

const bareForm = defineForm({
  page: (c, form, shown: ShownLetter): Child => <LetterPage c={c} form={form} shown={shown} />,
});

/** Takes the signed letter back. */
export const unsignAct: Handler = async (c) => {
  mustInvite(c);
  return bareForm.handle(
    c,
    async () => {
      await unsignLetter(c.get('world'), idOf(c));
      return done(c, DONE.unsigned);
    },
    () => readShown(c),
  );
};

/** Sends the letter to all who do not have it, and says where that was refused. */
export const sendAct: Handler = async (c) => {
  mustInvite(c);
  return bareForm.handle(
    c,
    async () => {
      const { sent, refused } = await sendLetter(c.get('world'), idOf(c));
      if (refused.length === 0) return done(c, DONE.sent, sent.length);
      const why = refused.map(({ member, problem }) => ({
        name: member.bodyName,
        why: messageOf('vi', problem.fields[0] ?? problem),
      }));
      const shown = await readShown(c);
      const form = { language: 'vi' as const, values: {}, errors: [], Errors: () => null };
      return c.html(<LetterPage c={c} form={form} shown={shown} refused={why} />);
    },
    () => readShown(c),
  );
};
