import { withoutTitles } from './person-title';

/** A dot between letters or digits, with the characters on both sides of it. */
const DOTTED = /([\p{L}\p{M}\p{N}-]+)\.(?=([\p{L}\p{M}\p{N}-]+))/gu;
/** Endings that mail programs make a link of, also after a capital letter. */
const ENDING =
  /^(com|net|org|info|biz|edu|gov|int|mil|pro|vn|asia|app|art|bid|cash|chat|club|fun|gift|icu|link|live|loan|mobi|name|news|one|online|page|shop|site|space|store|team|tech|top|vip|website|win|work|world|xyz)$/i;

/** `Ng.Văn`, `N.V.Minh`: a name that was written short. */
const isInitial = (before: string, after: string): boolean =>
  /^\p{Lu}\p{L}?$/u.test(before) &&
  /^\p{Lu}/u.test(after) &&
  !ENDING.test(after) &&
  !/^[\x21-\x7e]{2}$/.test(after);

/**
 * Whether a mail program would make a link of a person's name, or a reader take it for an address. Titles before the name
 * may have dots. Pure.
 * @example hasWebAddress('Quà tặng www.nhan-qua.vn') // true
 * @example hasWebAddress('TS.BS. Nguyễn Văn A') // false
 */
export const hasWebAddress = (name: string): boolean => {
  if (/www|https?\b|:\/|\/\/|@/iu.test(name)) return true;
  const itself = withoutTitles(name)?.rest ?? name;
  return [...itself.matchAll(DOTTED)].some(([, before, after]) => !isInitial(before!, after!));
};
