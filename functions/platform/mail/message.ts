/** A piece of a message. Its text and its HTML are both made from these, so they say the same. */
export type MessageBlock =
  | string
  | { facts: readonly (readonly [label: string, value: string])[] }
  | { quote: string }
  /** What a person wrote for this mail: its addresses are links. */
  | { written: string }
  | { code: string; label: string }
  | { link: string; label: string };

/** A notice before it is a mail or words to read aloud. */
export interface Message {
  subject: string;
  /** Who is greeted: `ông Danh Hên`, `ông/bà Thị Sà Rươn`. */
  to: string;
  body: readonly MessageBlock[];
  /** The person to ask. */
  contact: { name: string; phone: string };
}

/** Facts with a value; a label without one is left out. */
export const facts = (
  ...pairs: readonly (readonly [string, string | undefined | false])[]
): Extract<MessageBlock, { facts: unknown }> => ({
  facts: pairs.filter((p): p is readonly [string, string] => Boolean(p[1])),
});

/** The blocks that apply, without those that are empty. */
export const messageBlocks = (...of: (MessageBlock | undefined | false | '')[]): MessageBlock[] =>
  of.filter((b): b is MessageBlock => Boolean(b));
