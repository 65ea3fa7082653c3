import type Markdown from 'markdown-it';

let kept: Promise<InstanceType<typeof Markdown>> | undefined;

/**
 * Markdown made safe: HTML is shown as text, pictures are left out (the pages load none from elsewhere),
 * links are plain web, mail or phone links that search engines are told not to follow.
 */
const renderer = () => {
  kept ??= import('markdown-it').then(({ default: Markdown }) => {
    const md = new Markdown({ html: false, linkify: true, breaks: true });
    md.disable('image');
    md.validateLink = (url) => /^(https?:\/\/|mailto:|tel:)/i.test(url.trim());
    md.renderer.rules.link_open = (...[tokens, i, options, , self]) => {
      tokens[i]!.attrSet('rel', 'nofollow noopener');
      return self.renderToken(tokens, i, options);
    };
    // Below the page's own heading, and without a leap, whatever the writer began with.
    md.core.ruler.push('headings', ({ tokens }) => {
      let above = 1;
      for (const token of tokens) {
        if (token.type === 'heading_open') above = Math.min(Number(token.tag.slice(1)) + 1, above + 1, 6);
        if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${above}`;
      }
    });
    return md;
  });
  return kept;
};

/** @returns HTML that may stand in a page as it is. */
export const markdown = async (text: string): Promise<string> => (await renderer()).render(text);
