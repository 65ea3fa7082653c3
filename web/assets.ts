/** Islands that are part of the page: a request would cost more than their few bytes. */
export const INLINE_ISLANDS = ['communes', 'copy', 'form', 'print', 'progress', 'share', 'total'] as const;
export type InlineIsland = (typeof INLINE_ISLANDS)[number];

/** Islands that browsers load from a file: a few pages need them, or they are too large to stand in a page. */
export const FILE_ISLANDS = [
  /** With its library. */
  'passkey',
  /** The calendar of date fields. */
  'dates',
  /** Keeps a form that could not be sent. */
  'keep',
  /** The puzzle's solver: one page in a thousand needs it. */
  'work',
] as const;
export type FileIsland = (typeof FILE_ISLANDS)[number];

/** The islands (`web/islands`) as the build makes them (`infra/build/islands.ts`): those in files by their URL. */
export interface Islands extends Record<FileIsland, string> {
  inline: Record<
    InlineIsland,
    {
      script: string;
      /** Lets in exactly this script: a source of the content security policy. */
      hash: string;
    }
  >;
}

/** The style sheets' URLs, which bear a hash of their content. */
export interface Assets {
  style: string;
  console: string;
}

/** What the build makes for browsers, as the pages need it. */
export interface PageAssets extends Assets {
  islands: Islands;
}
