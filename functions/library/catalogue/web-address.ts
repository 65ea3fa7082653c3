import { webUrl } from '../../platform/input/fields';

/** A web address without an account's name or password in it. */
export const plainWebUrl = webUrl.refine((url) => {
  // What is no address at all is told so by the rule before.
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' };
  return !username && !password;
}, 'url-malformed');
