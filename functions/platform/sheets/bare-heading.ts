import { plain } from '../text/text';

/** A heading without accents, case, brackets, dots and line breaks: "Số Đ.T (*)" is `so d t`. */
export const bareHeading = (heading: string): string => {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const text = plain(heading.replaceAll('&', ' và '));
  return bare(text.replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ')) || bare(text);
};
