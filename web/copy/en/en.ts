import type { Copy } from '../vi/vi';
import { events } from './events';
import { info, privacy } from './info';
import { invitations } from './invitations';
import { library } from './library/library';
import { lists } from './lists';
import { nominations } from './nominations';
import { notices } from './notices';
import { person } from './person';
import { problems } from './problems';
import { candidates } from './register/candidates';
import { registrations } from './registrations';
import { shared } from './shared';

export const en: Copy = {
  shared,
  events,
  person,
  registrations,
  nominations,
  candidates,
  invitations,
  lists,
  info,
  library,
  notices,
  privacy,
  problems,
};
