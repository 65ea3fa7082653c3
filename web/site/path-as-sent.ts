import type { Page } from '../env';

/** The path as the caller wrote it; a `Request` already has dots and backslashes of it replaced. */
const pathAsSent = (c: Page): string => {
  const env = c.env as { event?: { rawPath?: string }; incoming?: { url?: string } } | undefined;
  const sent = env?.event?.rawPath ?? env?.incoming?.url ?? new URL(c.req.url).pathname;
  return sent.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/)[0]!;
};

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/**
 * Whether a path is another one than it seems: with `.` or `..` as a part, a backslash before the last part, or written
 * in percent signs twice. The firewall's rules look at paths, so what they do not recognise must not be answered.
 * @example isDisguised('/./quan-tri/dang-nhap') // true
 */
export const isDisguised = (path: string): boolean => {
  const meant = decoded(path);
  if (meant === undefined) return true;
  return /(^|[/\\])\.{1,2}([/\\]|$)/.test(meant) || /\\[^\\]/.test(meant) || /%[0-9a-f]{2}/i.test(meant);
};

export const isDisguisedRequest = (c: Page): boolean => isDisguised(pathAsSent(c));
