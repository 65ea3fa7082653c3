import type { Child, FC } from 'hono/jsx';
import type { FieldError } from '../../../functions/platform/problem/problem';
import { type Copy, copy } from '../../copy/copy';
import type { Page } from '../../env';
import { BY, FORM_TOKEN } from '../../query';
import { mustBeOpenedBy, staffOn } from './account';
import { display, FORM_ID } from './display';
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
  /**
   * What the Enter key does, in words. It presses the first button of a form: where one stands before the button that
   * sends, as “add a row”, this puts an unseen one first.
   */
  enter?: string;
  children?: Child;
}

/** Draws a piece of the form. */
type Drawn<Props> = (props: Props) => ReturnType<FC>;

/** A form with its values. It is a `FormState`, so `<Field form={form} />` can draw the rows of a list. */
export interface FilledForm<Name extends string> extends FormState {
  /** The error summary; empty if there are no errors. */
  Errors: Drawn<object>;
  /** `<form method="post">` with the hidden fields. */
  Post: Drawn<PostProps>;
  /** One field as declared. */
  Field: Drawn<FieldOptions & { name: Name }>;
  /** All fields in the order of the declaration. */
  Fields: Drawn<object>;
  /** The same form with other values, e.g. after a merge. */
  with: (values: Values) => FilledForm<Name>;
}

interface FormSpec<Name extends string, Subject> {
  /** The fields in the order of the page, by the name that is posted. */
  fields?: (t: Copy) => Readonly<Record<Name, FieldSpec>>;
  /** The values before anything was typed. */
  fill?: (subject: Subject, c: Page) => Values | Promise<Values>;
  /** The values after sending, if they are not simply what was typed. */
  again?: (posted: Posted<NoInfer<Name>>) => Values;
  /** The name of a field in the error summary, if the messages do not contain it. */
  called?: (path: string) => string | undefined;
  /** The page with the form in it, or another answer if the form cannot be shown. */
  page: (c: Page, form: FilledForm<Name>, subject: Subject) => Child | Response | Promise<Child | Response>;
}

/** What a page is about, or how to read it again when the ability refused. */
type About<Subject> = Subject | (() => Promise<Subject>);

export interface Form<Name extends string, Subject> {
  /** The page with the fields as `fill` says. */
  show: (c: Page, subject: Subject) => Promise<Response>;
  /** The page with what was typed, e.g. when a row was asked for. */
  showAgain: (c: Page, posted: Posted<Name>, subject: Subject) => Promise<Response>;
  /**
   * Reads what was posted and does it: `act` parses, calls the ability and returns where to go, or another
   * page. Where only the page is asked for in another size or language, nothing is done: it comes with what was
   * typed. If `act` throws a problem that the person can mend, the page is shown again with what was typed,
   * status 422 (412 if the thing changed meanwhile).
   */
  handle: (
    c: Page,
    act: (posted: Posted<Name>) => Promise<string | Response> | string | Response,
    subject: About<Subject>,
  ) => Promise<Response>;
}

/**
 * Declares a form once: its fields, how they are filled, and the page around them. Works without JavaScript.
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
    const state = { language: c.get('language'), values, errors, called: spec.called, by: staffOn(c) };
    if (errors.length > 0) c.set('refused', true);
    const page = await spec.page(c, fillForm(state, specsFor(c)), subject);
    return page instanceof Response ? page : c.html(page as Parameters<Page['html']>[0]);
  };

  const displayed = async (c: Page, posted: Posted<Name>, about: About<Subject>) => {
    display(c, posted.display!);
    return answer(c, about instanceof Function ? await about() : about, typedIn(posted));
  };

  const typedIn = (posted: Posted<Name>) => spec.again?.(posted) ?? posted.typed;

  return {
    show: async (c, subject) => answer(c, subject, (await spec.fill?.(subject, c)) ?? {}),
    showAgain: (c, posted, subject) => answer(c, subject, typedIn(posted)),
    handle: async (c, act, about) => {
      // A body that was cut short on a weak line shows the form again, too.
      let posted: Posted<Name> = { fields: {} as Posted<Name>['fields'], typed: {}, files: [] };
      try {
        posted = await readForm<Name>(c);
        if (posted.display) return await displayed(c, posted, about);
        mustBeOpenedBy(c, posted.fields);
        // These are of the page; an ability that takes no unknown field would refuse them.
        for (const name of [BY, FORM_TOKEN]) delete (posted.fields as Record<string, unknown>)[name];
        const done = await act(posted);
        return typeof done === 'string' ? c.redirect(done, 303) : done;
      } catch (error) {
        const { errors, status } = refusalOf(error, specsFor(c));
        const subject = about instanceof Function ? await about() : about;
        c.status(status);
        return answer(c, subject, typedIn(posted), errors);
      }
    },
  };
};

type Specs<Name extends string> = Readonly<Record<Name, FieldSpec>>;

/** Fields with their values. `defineForm` calls this for its page. */
export const fillForm = <Name extends string>(state: FormState, specs: Specs<Name>): FilledForm<Name> => {
  const names = Object.keys(specs) as Name[];
  const shown = names.filter((name) => specs[name].as !== 'hidden');
  const hiddenNames = names.filter((name) => specs[name].as === 'hidden');
  return {
    ...state,
    Errors: () => <ErrorSummary form={state} />,
    Post: ({ action, hidden = {}, class: style, files, enter, children }) => (
      <form
        id={FORM_ID}
        method="post"
        action={action}
        class={style}
        enctype={files ? 'multipart/form-data' : undefined}
        novalidate
      >
        {enter && (
          <button type="submit" class="hidden-label" tabindex={-1}>
            {enter}
          </button>
        )}
        {state.by && <input type="hidden" name={BY} value={state.by} />}
        {hiddenNames.map((name) => (
          <input type="hidden" name={name} value={hidden[name] ?? valueAt(state, name)} />
        ))}
        {children}
      </form>
    ),
    Field: ({ name, ...more }) => <>{drawField(state, name, specs[name], more)}</>,
    Fields: () => <>{shown.map((name) => drawField(state, name, specs[name]))}</>,
    with: (values) => fillForm({ ...state, values }, specs),
  };
};
