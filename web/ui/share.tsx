import type { FC } from 'hono/jsx';
import { copy } from '../copy/copy';
import type { Page } from '../env';
import { barePath, inLanguage } from './paths';

/** What a link to a page shows where it is passed on (Zalo, Facebook), and what search engines quote. */
export interface Shared {
  description: string;
  /** Where it is another than the page's own. */
  title?: string;
}

interface ShareProps extends Shared {
  c: Page;
  /** The page's own. */
  page: string;
  /** Its address is a secret, or of no use to others: it is not named. */
  personal?: boolean | undefined;
}

/**
 * Open Graph data of a page, its description and its address. Nothing here costs a visitor a request, and nothing
 * says more than the page shows to everybody: what a preview quotes stays in the chats of strangers.
 */
export const Share: FC<ShareProps> = ({ c, description, page, title = page, personal }) => {
  const language = c.get('language');
  const { publicOrigin } = c.get('world').settings;
  const path = barePath(c);
  const address = (of: 'vi' | 'en') => publicOrigin + inLanguage(of, path);
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={copy(language).shared.product} />
      <meta property="og:locale" content={language === 'vi' ? 'vi_VN' : 'en_GB'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {!personal && (
        <>
          <meta property="og:url" content={address(language)} />
          <link rel="canonical" href={address(language)} />
          <link rel="alternate" hreflang="vi" href={address('vi')} />
          <link rel="alternate" hreflang="en" href={address('en')} />
        </>
      )}
    </>
  );
};
