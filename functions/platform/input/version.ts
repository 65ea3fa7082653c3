/** Far above any real version. One more must still be a number that a table can keep. */
export const HIGHEST_VERSION = 1_000_000_000;
