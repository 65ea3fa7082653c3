import { parse } from '../../functions/platform/input/parse';
import type { World } from '../../functions/platform/world/world';
import { createMediator, NewMediator } from '../../functions/register/mediators/create';
import type { Mediator } from '../../functions/register/mediators/mediator';
import { createTeam } from '../../functions/register/teams/create';
import { type Team, TeamInput } from '../../functions/register/teams/team';

/** A team of Định An, as a form says it. */
export const teamInput = (more: object = {}) =>
  parse(TeamInput, { name: 'Tổ hòa giải ấp Hòa Bình', unitId: 'unt_dinhan', hamlet: 'Ấp Hòa Bình', ...more });

export const addTeam = (world: World, more: object = {}): Promise<Team> => createTeam(world, teamInput(more));

/** A recognised mediator, as a form says it. */
export const mediatorInput = (teamId: string, more: object = {}) =>
  parse(NewMediator, {
    fullName: 'Danh Thị Mẫu Sen',
    gender: 'female',
    teamId,
    begin: { state: 'recognised', on: '2021-03-20', number: '50/QĐ-UBND' },
    ...more,
  });

export const addMediator = (world: World, teamId: string, more: object = {}): Promise<Mediator> =>
  createMediator(world, mediatorInput(teamId, more));

/** The hidden fields of the page's form, as a browser sends them back. */
export const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
