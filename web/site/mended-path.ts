/** What people and programs put behind a link: the end of a sentence, a closing bracket, a blank, a line break. */
const BEHIND = /[\s.,;:!?…'"`´’‘‚‛”“„«»‹›()[\]{}<>|*~\\^。，、]+$/u;
/** What a mail program or a copied text puts into a link: blanks and marks that are not seen. */
const WITHIN = /[\s\p{Cf}\p{DI}]/gu;
/** A tracking parameter that was hung on without a question mark. */
const HUNG_ON = /&.*$/su;

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/**
 * The right address for a damaged link. Every address of this site has only small letters, digits and `-_.`, so other
 * characters at its end belong to the text around it.
 * @returns nothing where the address needs no mending
 * @example mendedPath('/lop/EVT_0A%E2%80%8B).') // "/lop/evt_0a"
 */
export const mendedPath = (pathname: string): string | undefined => {
  const said = decoded(pathname);
  if (said === undefined) return undefined;
  const meant = said
    .normalize('NFKC')
    .replace(WITHIN, '')
    .replace(HUNG_ON, '')
    .replace(BEHIND, '')
    .toLowerCase();
  // Two slashes at the beginning are another host to a browser.
  const path = `/${meant.replace(/^\/+|\/+$/g, '')}`;
  return path === pathname || !/^[\w\-./]+$/.test(path) ? undefined : path;
};
