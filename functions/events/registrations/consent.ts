import { iso, ms } from '../../platform/time/dates';
import type { Consent, ConsentBasis, Registration } from './registration';

/** The wording of the form by its version; the words stand in `web/copy`. Another wording needs another version. */
export const CONSENT_VERSION = '2026-11';

type Came = Pick<Registration, 'basis' | 'channel'>;

const SAID: Partial<Record<Registration['channel'], ConsentBasis>> = {
  web: 'form',
  phone: 'phone',
  door: 'door',
  nomination: 'unit',
};
const ON_PAPER: Partial<Record<Registration['channel'], ConsentBasis>> = { list: 'list', invitation: 'body' };

const basisOf = ({ basis, channel }: Came): ConsentBasis => {
  if (basis === 'legal') return 'legal';
  return basis === 'paper' ? (ON_PAPER[channel] ?? 'paper') : (SAID[channel] ?? 'office');
};

/** The ground of a new registration. The form itself shows the wording. @param now milliseconds */
export const consentFor = (came: Came, now: number): Consent => {
  const basis = basisOf(came);
  return { basis, ...(basis === 'form' && { version: CONSENT_VERSION, shownAt: iso(now) }) };
};

/** The ground of a stored registration. Older ones name a version, also where its wording was not shown. */
export const consentOf = (r: Came & Pick<Registration, 'consent' | 'createdAt'>): Consent => {
  if (typeof r.consent === 'object') return r.consent;
  const { basis, shownAt } = consentFor(r, ms(r.createdAt));
  return { basis, ...(shownAt && r.consent && { version: r.consent, shownAt }) };
};
