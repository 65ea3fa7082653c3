import type * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import type { World } from '../../platform/world/world';

/** Who may call: `public` needs no token; `staff` needs an account (a bearer token or the cookie). */
export type Audience = 'public' | 'staff';

export interface Call<P, Q, B> {
  world: World;
  /** Present on `staff` operations; on public ones only when the caller is signed in. */
  account: Account | undefined;
  params: P;
  query: Q;
  body: B;
}

export interface StaffCall<P, Q, B> extends Call<P, Q, B> {
  account: Account;
}

/** A call of the API: what goes in, what comes out, who may, and the ability that does it. */
export interface Operation<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  id: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api`, with `{braces}` around parameters. */
  path: string;
  /** The noun, a heading in the reference. */
  tag: string;
  summary: string;
  description?: string;
  who: Audience;
  /** A public call that needs a token, or else the person's code and phone. */
  proof?: true;
  /** A public call that shows more to staff: what is theirs is refused to others. */
  optionalAccount?: true;
  /** A parameter's example: `.meta({ param: { example } })`. */
  params?: P;
  query?: Q;
  body?: B;
  /** The body comes as the parts of a form (`multipart/form-data`): a file, and other fields as text. */
  parts?: true;
  /** The largest JSON body of a caller without an account, in KB; 64 where it says nothing. */
  largestKb?: number;
  /** A body that the demo data accepts without a change. Required where there is a body. */
  example?: z.input<B>;
  /** Refusals that its shape does not show (see `refusalsOf`). */
  refusals?: readonly ('Missing' | 'Conflict' | 'Stale')[];
  status: 200 | 201 | 202 | 204;
  answer?: A;
  /** The content types of the file (`Download`) that is answered in the place of JSON. */
  file?: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: the four types are checked where the operation is made
  run: (call: any) => Promise<unknown>;
}

/** Checks an operation's types against each other; adds nothing at run time. */
export const operation = <
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
  W extends Audience,
>(
  spec: Omit<Operation<P, Q, B, A>, 'run' | 'who'> & {
    who: W;
    run: (
      call: W extends 'staff'
        ? StaffCall<z.output<P>, z.output<Q>, z.output<B>>
        : Call<z.output<P>, z.output<Q>, z.output<B>>,
    ) => Promise<unknown>;
  },
): Operation => spec as unknown as Operation;
