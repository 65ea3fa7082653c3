import { type HTMLElement, type Node, parse } from 'node-html-parser';

/** An answer of the site, as its reader or its client takes it. */
export interface Seen {
  status: number;
  headers: Headers;
  /** Where a redirect leads. */
  to: string;
  /** The whole answer as text, as it was sent. */
  html: string;
  page: HTMLElement;
  /** What a reader sees of a page, in single spaces; any other answer as it was sent. */
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of the API are looked at field by field
  json: any;
  bytes: Uint8Array;
}

/** The words of an element in single spaces: text of two elements is never one word. */
const wordsOf = (element: HTMLElement): string => {
  for (const script of element.querySelectorAll('script')) script.remove();
  const parts = (node: Node): string[] =>
    node.childNodes.length ? node.childNodes.flatMap(parts) : [node.text];
  return parts(element)
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;])/g, '$1');
};

export const seen = async (response: Response): Promise<Seen> => {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const html = new TextDecoder().decode(bytes);
  const type = response.headers.get('content-type') ?? '';
  const page = () => parse(html, { blockTextElements: { script: true } });
  return {
    status: response.status,
    headers: response.headers,
    to: response.headers.get('location') ?? '',
    html,
    bytes,
    get page() {
      return page();
    },
    get text() {
      if (!type.includes('html')) return html;
      const whole = page();
      return wordsOf(whole.querySelector('body') ?? whole);
    },
    get json() {
      return /\bjson\b/.test(type) ? JSON.parse(html) : undefined;
    },
  };
};

/** What the form of a page would send as it stands, hidden fields included. */
export const fieldsOf = (page: HTMLElement): Record<string, string | string[]> => {
  const fields: Record<string, string | string[]> = {};
  const form = page.querySelector('main form[method=post]') ?? page.querySelector('form[method=post]')!;
  const add = (field: HTMLElement, value: string) => {
    const name = field.getAttribute('name');
    if (!name) return;
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  };
  for (const field of form.querySelectorAll('input, select, textarea')) {
    const type = field.getAttribute('type') ?? '';
    const ticked = !['checkbox', 'radio'].includes(type) || field.hasAttribute('checked');
    if (field.tagName === 'TEXTAREA') add(field, field.text.replace(/^\n/, ''));
    else if (field.tagName === 'SELECT') {
      const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
      add(field, chosen?.getAttribute('value') ?? '');
    } else if (ticked && !['file', 'submit'].includes(type)) add(field, field.getAttribute('value') ?? '');
  }
  return fields;
};

/** The hidden fields of the form that is sent to a path. */
export const hiddenFieldsOf = (page: HTMLElement, path: string): Record<string, string> => {
  const forms = page.querySelectorAll('form[method=post]');
  const form = forms.find((f) => f.getAttribute('action')?.split('?')[0] === path);
  const hidden = form?.querySelectorAll('input[type=hidden]') ?? [];
  return Object.fromEntries(hidden.map((f) => [f.getAttribute('name') ?? '', f.getAttribute('value') ?? '']));
};
