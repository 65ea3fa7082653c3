import { type HTMLElement, parse } from 'node-html-parser';
import type { World } from '../../../functions/platform/world/world';
import { site } from '../../../web/site/site';
import { assets } from '../../support/assets';

/** An answer as a reader sees it: its page parsed, its text in single spaces. */
export interface Seen {
  status: number;
  headers: Headers;
  html: string;
  page: HTMLElement;
  text: string;
}

const seen = async (response: Response): Promise<Seen> => {
  const html = await response.text();
  const page = parse(html, { blockTextElements: { script: true } });
  const body = page.querySelector('body') ?? page;
  return {
    status: response.status,
    headers: response.headers,
    html,
    page,
    text: body.structuredText.replace(/\s+/g, ' '),
  };
};

/** A reader without JavaScript: asks for pages, sends forms, keeps cookies within their paths. */
export const reader = (world: World) => {
  const app = site(world, assets);
  const jar = new Map<string, { value: string; path: string }>();

  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [pair, ...attributes] = line.split('; ');
      const [name, value] = pair!.split('=') as [string, string];
      const path = attributes.find((a) => a.startsWith('Path='))?.slice(5) ?? '/';
      const gone = attributes.some((a) => a === 'Max-Age=0');
      if (gone) jar.delete(`${path} ${name}`);
      else jar.set(`${path} ${name}`, { value, path });
    }
  };
  const cookieFor = (url: string) => {
    const path = url.split(/[?#]/)[0]!;
    return [...jar]
      .filter(([, c]) => c.path === '/' || path === c.path || path.startsWith(`${c.path}/`))
      .map(([key, c]) => `${key.split(' ')[1]}=${c.value}`)
      .join('; ');
  };
  const ask = async (url: string, init: RequestInit = {}) => {
    const cookie = cookieFor(url);
    const response = await app.request(world.settings.publicOrigin + url, {
      ...init,
      headers: { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) },
    });
    keep(response.headers);
    return seen(response);
  };

  const get = (url: string, headers: Record<string, string> = {}) => ask(url, { headers });
  const post = (url: string, fields: Record<string, string>) =>
    ask(url, {
      method: 'POST',
      headers: {
        origin: world.settings.publicOrigin,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
    });
  /** Sends a form and goes where the answer leads. */
  const send = async (url: string, fields: Record<string, string>) => {
    const answer = await post(url, fields);
    const to = answer.headers.get('location');
    return answer.status === 303 && to ? get(to) : answer;
  };
  return { get, post, send, jar };
};

/** The fields that a form would send as it stands, hidden ones included. */
export const fieldsOf = (page: HTMLElement): Record<string, string> => {
  const fields: Record<string, string> = {};
  const form = page.querySelector('form[method=post]')!;
  for (const input of form.querySelectorAll('input')) {
    const type = input.getAttribute('type');
    if ((type === 'checkbox' || type === 'radio') && !input.hasAttribute('checked')) continue;
    fields[input.getAttribute('name')!] = input.getAttribute('value') ?? '';
  }
  for (const select of form.querySelectorAll('select'))
    fields[select.getAttribute('name')!] =
      select.querySelector('option[selected]')?.getAttribute('value') ?? '';
  return fields;
};
