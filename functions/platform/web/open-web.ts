import type { Web } from '../world/world';

/** The public web. What asks it is loaded by the first question, since most functions have none. */
export const openWeb: Web = {
  probe: async (url) => (await import('./probe')).webProbe().probe(url),
};
