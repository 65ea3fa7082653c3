import type { Child, FC } from 'hono/jsx';
import type { FieldError } from '../../../functions/platform/problem/problem';
import { type Copy, copy } from '../../copy/copy';
import type { Page } from '../../env';
import { ErrorSummary } from './error-summary';
import { drawField, type FieldOptions, type FieldSpec } from './field-spec';
import { type Posted, readForm } from './read';
import { refusalOf } from './refused';
import { type FormState, type Values, valueAt } from './state';

interface PostProps {
  action: string;
  /** Hidden fields whose value is not what was typed. */
  hidden?: Readonly<Record<string, string>>;
  class?: string;
  /** Sends files. */
  files?: boolean;
  children?: Child;
}

/** A form in the hands of its page. It is a `FormState`, so `<Field form={form} />` draws rows of a list. */
export interface FilledForm<Name extends string> extends FormState {
  /** What was wrong, one line a field. Nothing where nothing was. */
  Errors: FC;
  /** `<form method="post">` with the hidden fields. */
  Post: FC<PostProps>;
  /** One field as declared. */
  Field: FC<FieldOptions & { name: Name }>;
  /** All fields in the order of the declaration. */
  Fields: FC;
  /** The same form with other values, e.g. after a merge. */
  with: (values: Values) => FilledForm<Name>;
}

interface FormSpec<Name extends string, Subject> {
  /** The fields in the order of the page, by the name that is posted. */
  fields?: (t: Copy) => Readonly<Record<Name, FieldSpec>>;
  /** What stands in the fields before anything was typed. */
  fill?: (subject: Subject, c: Page) => Values | Promise<Values>;
  /** The name of a field in the error summary, where the messages do not say it themselves. */
  called?: (path: string) => string | undefined;
  /** The page with the form in it, or an answer of its own where the form cannot be shown. */
  page: (c: Page, form: FilledForm<Name>, subject: Subject) => Child | Response | Promise<Child | Response>;
}

export interface Form<Name extends string, Subject> {
  /** The page with the fields as `fill` says, or with these values. */
  show: (c: Page, subject: Subject, values?: Values) => Promise<Response>;
  /**
   * Reads what was posted and does it: `act` parses, calls the ability and returns where to go, or another
   * page. Where it throws a problem that the person can mend, the page is shown again with what was typed,
   * status 422 (412 where the thing changed meanwhile).
   */
  handle: (
    c: Page,
    act: (posted: Posted<Name>) => Promise<string | Response> | string | Response,
    subject: Subject,
  ) => Promise<Response>;
}

/**
 * Declares a form once: its fields, how it is filled, and the page that it stands on. Works without
 * JavaScript.
 * @example
 * const reasonForm = defineForm({
 *   fields: (t) => ({ reason: { label: t.nominations.reason, codes: { required: 'reason-required' } } }),
 *   page: (c, form) => (
 *     <PublicPage c={c} title="…">
 *       <form.Errors />
 *       <form.Post action={routes.withdraw()}>
 *         <form.Fields />
 *         <Button>…</Button>
 *       </form.Post>
 *     </PublicPage>
 *   ),
 * });
 * app.get(path, (c) => reasonForm.show(c));
 * app.post(path, (c) =>
 *   reasonForm.handle(c, async ({ fields }) => {
 *     await withdraw(c.get('world'), parse(ReasonInput, fields));
 *     return routes.reviewed();
 *   }),
 * );
 */
export const defineForm = <Name extends string = never, Subject = void>(
  spec: FormSpec<Name, Subject>,
): Form<Name, Subject> => {
  const specsFor = (c: Page) => (spec.fields?.(copy(c.get('language'))) ?? {}) as Specs<Name>;

  const answer = async (c: Page, subject: Subject, values: Values, errors: FieldError[] = []) => {
    const state = { language: c.get('language'), values, errors, called: spec.called };
    const page = await spec.page(c, bind(state, specsFor(c)), subject);
    return page instanceof Response ? page : c.html(page as Parameters<Page['html']>[0]);
  };

  return {
    show: async (c, subject, values) => answer(c, subject, values ?? (await spec.fill?.(subject, c)) ?? {}),
    handle: async (c, act, subject) => {
      const posted = await readForm<Name>(c);
      try {
        const done = await act(posted);
        return typeof done === 'string' ? c.redirect(done, 303) : done;
      } catch (error) {
        const { errors, status } = refusalOf(error, specsFor(c));
        c.status(status);
        return answer(c, subject, posted.typed, errors);
      }
    },
  };
};

type Specs<Name extends string> = Readonly<Record<Name, FieldSpec>>;

const bind = <Name extends string>(state: FormState, specs: Specs<Name>): FilledForm<Name> => {
  const names = Object.keys(specs) as Name[];
  const shown = names.filter((name) => specs[name].as !== 'hidden');
  const hiddenNames = names.filter((name) => specs[name].as === 'hidden');
  return {
    ...state,
    Errors: () => <ErrorSummary form={state} />,
    Post: ({ action, hidden = {}, class: style, files, children }) => (
      <form
        method="post"
        action={action}
        class={style}
        enctype={files ? 'multipart/form-data' : undefined}
        novalidate
      >
        {hiddenNames.map((name) => (
          <input type="hidden" name={name} value={hidden[name] ?? valueAt(state, name)} />
        ))}
        {children}
      </form>
    ),
    Field: ({ name, ...more }) => <>{drawField(state, name, specs[name], more)}</>,
    Fields: () => <>{shown.map((name) => drawField(state, name, specs[name]))}</>,
    with: (values) => bind({ ...state, values }, specs),
  };
};
