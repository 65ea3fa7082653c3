import * as z from 'zod';
import type { BodyRef } from '../../directory/bodies/body';
import { idOf, line, optional, prose } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { libraryTable } from '../catalogue/library-table';
import type { Topic } from '../catalogue/topic-names';
import { topicsField } from '../catalogue/topics';
import { plainWebUrl } from '../catalogue/web-address';

export const MATERIAL_KINDS = ['material', 'article'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** Languages that a material may be in. Khmer texts come from a translator; the system translates nothing. */
export const MATERIAL_LANGUAGES = ['vi', 'km', 'en'] as const;
export type MaterialLanguage = (typeof MATERIAL_LANGUAGES)[number];

export const FORMATS = ['text', 'pdf', 'audio', 'video'] as const;
export type Format = (typeof FORMATS)[number];
export type FileFormat = Extract<Format, 'pdf' | 'audio'>;

export const MATERIAL_STATES = ['draft', 'published', 'withdrawn'] as const;

export const MaterialInput = z.strictObject({
  title: line(200),
  summary: line(600),
  kind: z.enum(MATERIAL_KINDS),
  topics: topicsField,
  language: z.enum(MATERIAL_LANGUAGES),
  format: z.enum(FORMATS),
  authorId: optional(idOf('bod')).describe('The body of the directory that wrote it'),
  taskId: optional(idOf('tsk')).describe('The task of the plan that it serves'),
  text: optional(prose(40_000)).describe('Markdown: the article itself, or what a recording says'),
  url: optional(plainWebUrl).describe('Of a video: where it can be seen'),
});
export type MaterialInput = z.output<typeof MaterialInput>;

export const SCAN_STATES = ['waiting', 'clean', 'infected'] as const;

/** One version of a material's file. */
export interface MaterialFile {
  /** The upload that it came by. */
  id: string;
  /** Versions are counted from 1. */
  number: number;
  format: FileFormat;
  key: string;
  size: number;
  at: string;
  /** What a scanner said of it; nothing is said to be clean that none looked at. */
  scan: (typeof SCAN_STATES)[number];
  /** An organizer opened it without a scanner, and says why. */
  opened?: { at: string; note: string };
}

/** A training material or an article. Its text stands apart, so that a list reads none. */
export interface Material {
  pk: 'material';
  sk: string;
  id: string;
  title: string;
  summary: string;
  kind: MaterialKind;
  topics: Topic[];
  language: MaterialLanguage;
  format: Format;
  author?: BodyRef;
  taskId?: string;
  url?: string;
  /** Which text it has, counted from 1; absent without one. */
  textVersion?: number;
  /** The latest first. The public gets the first one that is open. */
  files?: MaterialFile[];
  state: (typeof MATERIAL_STATES)[number];
  /** When it was first published; a new publication after a withdrawal keeps it. */
  publishedAt?: string;
  /** Made up for the demo. */
  sample?: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** The text of a material, in Markdown. */
export interface MaterialText {
  pk: 'material-text';
  sk: string;
  text: string;
  by?: string;
}

export const materialItems = table<Material>(libraryTable);
export const materialTexts = table<MaterialText>(libraryTable);

export const textKey = (id: string) => ({ pk: 'material-text' as const, sk: `text#${id}` });

export const isFileFormat = (format: Format): format is FileFormat => format === 'pdf' || format === 'audio';

/** Whether the public may have it. Pure. */
export const isOpen = ({ scan, opened }: MaterialFile): boolean =>
  scan === 'clean' || (scan === 'waiting' && opened !== undefined);

/** The file that the public gets. Pure. */
export const openFileOf = ({
  files = [],
  format,
}: Pick<Material, 'files' | 'format'>): MaterialFile | undefined =>
  files.find((file) => file.format === format && isOpen(file));
