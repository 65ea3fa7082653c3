import type { Child, FC } from 'hono/jsx';
import type { Language } from './copy/copy';

/** The `lang` of an element with Vietnamese words; a page in Vietnamese says it once, for all. */
export const viOn = (language: Language): 'vi' | undefined => (language === 'vi' ? undefined : 'vi');

interface ViProps {
  /** Of the page. */
  language: Language;
  children?: Child;
}

/**
 * Words that are Vietnamese on an English page too: names of events, places, people and bodies, and what people
 * wrote. Screen readers pronounce them, and browsers choose their letters, by this.
 */
export const Vi: FC<ViProps> = ({ language, children }) => {
  if (language === 'vi') return <>{children}</>;
  return <span lang="vi">{children}</span>;
};

/** Stands for the words in their sentence; no text has this character. */
const SLOT = '\uE000';

interface SayProps {
  language: Language;
  /** The sentence around the words. */
  words: (words: string) => string;
  /** The Vietnamese words in it. */
  children: string;
}

/**
 * A sentence of the page's language around Vietnamese words.
 * @example <Say language="en" words={(name) => `Call ${name}:`}>Nguyễn Mẫu</Say>
 */
export const Say: FC<SayProps> = ({ language, words, children }) => {
  if (language === 'vi') return <>{words(children)}</>;
  const parts = words(SLOT).split(SLOT);
  return (
    <>
      {parts.map((part, i) => (
        <>
          {i > 0 && <Vi language={language}>{children}</Vi>}
          {part}
        </>
      ))}
    </>
  );
};
