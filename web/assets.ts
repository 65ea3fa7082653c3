/** Islands that are part of the page: a request would cost more than their few bytes. */
export const INLINE_ISLANDS = [
  'communes',
  'copy',
  'form',
  'keep',
  'print',
  'progress',
  'share',
  'total',
] as const;
export type InlineIsland = (typeof INLINE_ISLANDS)[number];

/** The islands (`web/islands`) as the build makes them (`infra/build/islands.ts`). */
export interface Islands {
  inline: Record<
    InlineIsland,
    {
      script: string;
      /** Lets in exactly this script: a source of the content security policy. */
      hash: string;
    }
  >;
  /** The URL of the passkey island: with its library it is too large to stand in a page. */
  passkey: string;
  /** The URL of the calendar of date fields. */
  dates: string;
  /** The URL of the puzzle's solver: one page in a thousand needs it. */
  work: string;
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
