/** A piece of a letter. Text and HTML are both made from these, so they say the same. */
export type Block =
  | string
  | { facts: readonly (readonly [label: string, value: string])[] }
  | { quote: string }
  | { code: string; label: string }
  | { link: string; label: string };

/** A notice before it is mail or words to read: what it is about, to whom, and what it says. */
export interface Letter {
  subject: string;
  /** `ông Danh Hên`, `ông/bà Thị Sà Rươn`: who is greeted. */
  to: string;
  body: readonly Block[];
  /** Whom to ask. */
  contact: { name: string; phone: string };
}

/** Facts that are there: a label without a value is left out. */
export const facts = (
  ...pairs: readonly (readonly [string, string | undefined | false])[]
): Extract<Block, { facts: unknown }> => ({
  facts: pairs.filter((p): p is readonly [string, string] => Boolean(p[1])),
});

export const blocks = (...of: (Block | undefined | false | '')[]): Block[] =>
  of.filter((b): b is Block => Boolean(b));
