import { webUrl } from '../../platform/input/fields';

/** A web address without an account's name or password in it. */
export const plainWebUrl = webUrl.refine((url) => {
  const { username, password } = new URL(url);
  return !username && !password;
}, 'url-malformed');
