import { routes } from '../../../../web/routes';
import { site } from '../../../../web/site/site';
import { assets } from '../../../support/assets';
import type { TestWorld } from '../../../support/world';

export type Form = Record<string, string | string[]>;

/** The console's pages, for the account that the test has signed in. */
export const consoleOf = (world: TestWorld) => {
  const app = () => site(world, assets);
  const get = async (path: string) => {
    const response = await app().request(path);
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  const post = async (path: string, form: Form) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form)) for (const v of [value].flat()) body.append(name, v);
    const response = await app().request(path, {
      method: 'POST',
      headers: { origin: world.settings.publicOrigin, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    return {
      status: response.status,
      to: response.headers.get('location') ?? '',
      html: await response.text(),
    };
  };
  const editForm = async (id: string) => fieldsOf((await get(routes.consoleEditEvent(id))).html);
  return { get, post, editForm };
};

export const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
/** The form of a page as a browser would send it back. */
export const fieldsOf = (html: string): Form => {
  const form: Form = {};
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const type = /type="([^"]*)"/.exec(tag)?.[1];
    if (!name || ((type === 'checkbox' || type === 'radio') && !/ checked=/.test(tag))) continue;
    const value = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
    form[name] = type === 'checkbox' && form[name] ? [form[name], value].flat() : value;
  }
  for (const [, name, text] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)/g))
    form[name!] = unescaped(text!.trim());
  for (const [, name, options] of html.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    form[name!] = /value="([^"]*)" selected/.exec(options!)?.[1] ?? '';
  return form;
};

/** A filled form of a new event. */
export const typed: Form = {
  kind: 'forum',
  title: 'Diễn đàn hòa giải Châu Thành',
  'startsAt.date': '15/12/2026',
  'startsAt.time': '7h30',
  'endsAt.time': '11:30',
  mode: 'in-person',
  venue: 'Nhà văn hóa',
  admission: 'open',
  capacity: '120',
  coordinatingBodyIds: ['bod_hlg', 'bod_mttq'],
  contactName: 'Nguyễn Thị Ánh',
  contactPhone: '0912345678',
  'sessions.1.start': '8:00',
  'sessions.1.end': '9:00',
  'sessions.1.topic': 'Hòa giải đất đai',
};
