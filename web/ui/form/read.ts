import { HIGHEST_VERSION } from '../../../functions/platform/input/version';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import { BUTTON, BY, FORM_TOKEN, QUERY } from '../../query';
import type { Values } from './state';

/** The first text of each field; an empty field is left out. */
export type Fields<Name extends string = string> = Partial<Record<Name, string>>;

/** What a form sent. */
export interface Posted<Name extends string = string> {
  fields: Readonly<Fields<Name>>;
  /** Everything as typed, for showing the form again: lists, and fields of rows that the page adds. */
  typed: Values;
  /** The button of a form of several steps. */
  step?: string;
  /** The button for more rows: how many there should be. */
  moreRows?: string;
  /** The names of its files, which a browser does not send twice by itself. */
  files: readonly string[];
  /** Only the page is asked for, with what was typed: in another size or language, or after signing in. */
  display?: Display;
}

/** What the page is to look like; empty where only the form is to come back. */
export interface Display {
  size?: string | undefined;
  language?: string | undefined;
}

/** Sent beside the fields of a form; they are no fields themselves. */
const DISPLAY = [QUERY.textSize, QUERY.language, BUTTON.again] as const;

const displayIn = (fields: Fields): Display | undefined => {
  if (!DISPLAY.some((name) => fields[name] !== undefined)) return undefined;
  return { size: fields[QUERY.textSize], language: fields[QUERY.language] };
};

type Body = Awaited<ReturnType<typeof parseBody>>;
const parseBody = (c: Page) => c.req.parseBody({ all: true });

/** The page of a problem shows what was typed, but runs outside of the part that has read the body. */
const bodies = new WeakMap<Request, Promise<Body>>();

/** @throws Problem if the body is cut short or has no boundary: the client's mistake */
const readBody = (c: Page): Promise<Body> => {
  const request = c.req.raw;
  const body = bodies.get(request) ?? parseBody(c);
  bodies.set(request, body);
  return body.catch((error: unknown) => {
    if (error instanceof TypeError) throw new Problem('invalid', 'malformed');
    throw error;
  });
};

/** The file that was chosen, if one was. */
export const readFile = async (c: Page): Promise<File | undefined> => {
  const { file } = await readBody(c);
  return file instanceof File ? file : undefined;
};

/** The version of the thing that the form was made from. Missing → 0, which no thing has. */
export const versionIn = ({ version }: Fields<'version'>): number => {
  const said = Number(version);
  return Number.isInteger(said) && said <= HIGHEST_VERSION ? said : 0;
};

/** A posted form as text. Files are read with `readFile`. */
export const readForm = async <Name extends string = string>(c: Page): Promise<Posted<Name>> => {
  const body = await readBody(c);
  const typed: Values = {};
  const fields: Fields = {};
  const files: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    if ([value].flat().some((v) => typeof v !== 'string')) files.push(name);
    const texts = [value].flat().filter((v): v is string => typeof v === 'string');
    if (texts.length === 0) continue;
    typed[name] = texts.length === 1 ? texts[0] : texts;
    const first = texts[0]!;
    if (first.trim() !== '') fields[name] = first;
  }
  const display = displayIn(fields);
  for (const name of [...DISPLAY, FORM_TOKEN, BY]) delete typed[name];
  return {
    fields: fields as Fields<Name>,
    typed,
    step: fields[BUTTON.step],
    moreRows: fields[BUTTON.moreRows],
    files,
    ...(display && { display }),
  };
};
