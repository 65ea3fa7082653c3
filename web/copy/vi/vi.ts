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

/** Everything the public pages say, in Vietnamese: the first language, and the shape of every other. */
export const vi = {
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

/** The shape of every language's texts: English must say all that Vietnamese says. */
export type Copy = typeof vi;
