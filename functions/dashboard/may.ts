import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';
import { isInArea } from '../directory/units/successors';
import type { Unit } from '../directory/units/unit';
import { mayRecommendations } from '../recommendations/may';
import { mayReports } from '../reports/may';

/** All staff see the figures, an officer those of their own area; organizers set the goals. */
export const mayDashboard = (account: Account | undefined) => {
  const { enterConsole, seeEverything, schedule } = may(account);
  const area = seeEverything ? undefined : account?.unitId;
  return {
    see: enterConsole && (seeEverything || area !== undefined),
    /** Goals are set for the whole province: beside the figures of one area they would mislead. */
    seeGoals: seeEverything,
    seeRecommendations: mayRecommendations(account).see,
    seeReports: mayReports(account).see,
    /** Which bodies come is not an officer's. */
    seeInvited: seeEverything,
    setGoals: schedule,
    counts: (all: readonly Unit[], placeUnitId: string | undefined) =>
      area === undefined || isInArea(all, placeUnitId, area),
    area,
  };
};
