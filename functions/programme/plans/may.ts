import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';

/**
 * All staff may read the plan, the Front as well; organizers edit it. Officers do not read what bodies say to a draft, nor
 * results, which count the whole province.
 */
export const mayProgramme = (account: Account | undefined) => {
  const { enterConsole, schedule, seeEverything } = may(account);
  return {
    see: enterConsole,
    create: schedule,
    clone: schedule,
    edit: schedule,
    seeComments: seeEverything,
    seeResults: seeEverything,
  };
};
