import type { SecurityEvent } from '../../../functions/platform/keys/security-log';
import type { Stage } from '../../stages/stage';
import type { Api } from '../api';
import type { Trouble } from './alarm';
import { countOf } from './log-lines';

/** Alarms for what an attack looks like in the log. Use of an ordinary day stays far below. */
export const watchSecurity = (
  add: (id: string, trouble: Trouble) => void,
  { stage, api }: { stage: Stage; api: Api },
): void => {
  const lines = (event: SecurityEvent) => countOf(`security-${event}`, event, api.handler, stage);
  const look = (event: SecurityEvent) =>
    `Logs Insights over the http function's log: message.what = "security-${event}", counted by message.network, then by message.by (docs/security.md).`;
  add('CodesGuessed', {
    what: 'Many wrong sign-in codes',
    impact: 'Somebody may be guessing codes of staff; each account takes 20 wrong ones a day.',
    look: look('wrong-code'),
    metric: lines('wrong-code'),
    over: 30,
  });
  add('WrongCodes', {
    what: 'Ten wrong sign-in codes were typed for one account today',
    impact: 'A stranger may be guessing; after twenty, the account takes no mailed code until tomorrow.',
    look: "The http function's log, `many-wrong-codes`: the account. Its person was told by mail.",
    metric: countOf('many-wrong-codes', 'wrong-codes', api.handler, stage),
    over: 0,
  });
  add('ManyForbidden', {
    what: 'Many requests for what the caller may not do',
    impact: 'Somebody tries what is not theirs, or a page offers staff what they may not do.',
    look: look('forbidden'),
    metric: lines('forbidden'),
    over: 50,
  });
  add('ManyRefused', {
    what: 'Many requests above their limits',
    impact: 'A machine registers or guesses; an office behind the same network may be kept out with it.',
    look: look('too-many'),
    metric: lines('too-many'),
    over: 100,
  });
  add('ListsTaken', {
    what: 'Many lists of people are downloaded',
    impact: 'Personal data may be leaving through an account of staff.',
    look: look('list-taken'),
    metric: lines('list-taken'),
    over: 20,
  });
};
