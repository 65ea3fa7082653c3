/** The five marks of tone, as combining characters. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** What may begin a syllable. */
const ONSET = '(?:ngh?|nh|gh?|gi|kh?|ch?|ph?|th?|tr|qu|[bdđhlmrsvx])?';
/** What may be its core, without a tone. */
const VOWELS = [
  'a ă â e ê i o ô ơ u ư y',
  'ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uê ui uô uơ uy ưa ưi ươ ưu yê yêu',
  'iêu oai oao oay oeo uao uây uôi uya uyê uyu ươi ươu',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length)
  .join('|');
const CODA = '(?:ch|ng|nh|[cmnpt])?';
const SYLLABLE = new RegExp(`^${ONSET}(?:${VOWELS})${CODA}$`);

/** Whether a word is a syllable of Vietnamese: one tone at most, on a core that exists. */
export const isSyllable = (word: string): boolean => {
  const marked = word.normalize('NFD');
  if ((marked.match(TONE) ?? []).length > 1) return false;
  return SYLLABLE.test(marked.replace(TONE, '').normalize('NFC').toLowerCase());
};

/** "ĐT", "HĐND": consonants alone are an abbreviation. */
export const isShort = (word: string): boolean => /^[bcdđghklmnpqrstvx]{2,6}$/i.test(word.normalize('NFC'));

/** "0900·000·507" and a dot alone are no words, although some font has a letter for the dot. */
export const mayBeWord = (part: string): boolean => /\p{L}|[®§]./u.test(part);

/** The words of a text: letters with their marks, and whatever else an old font uses for a letter. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/\s+/)
    .filter(mayBeWord)
    .flatMap((part) => part.match(/[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]+/gu) ?? []);
