import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { coveragePage, neverTrainedDownload } from './coverage';
import { gapsPage } from './gaps';
import { linksPage } from './links';
import { editMediatorPage, newMediatorPage } from './mediators/edit';
import { ethnicityPage } from './mediators/ethnicity';
import { importMediatorsPage } from './mediators/import-mediators';
import { mediatorPage } from './mediators/mediator';
import { mediatorsPage } from './mediators/mediators';
import { forgetMediatorPage, restrictMediatorPage } from './mediators/own-data';
import { stepPage } from './mediators/step';
import { trainerPage } from './mediators/trainer';
import { rulesPage } from './rules';
import { dissolveTeamPage } from './teams/dissolve';
import { teamPage } from './teams/team';
import { editTeamPage, newTeamPage } from './teams/team-form';
import { teamsPage } from './teams/teams';

/** The register of mediation teams and mediators. */
export const consoleRegister: Pages = (app) => {
  const both = (path: string, page: { get: typeof newTeamPage.get; post: typeof newTeamPage.post }) => {
    app.get(path, staffOnly, page.get);
    app.post(path, staffOnly, page.post);
  };
  app.get(routes.consoleTeams(), staffOnly, teamsPage);
  app.get(routes.consoleMediators(), staffOnly, mediatorsPage);
  both(routes.consoleMediatorsImport(), importMediatorsPage);
  app.get(routes.consoleGaps(), staffOnly, gapsPage);
  app.get(routes.consoleCoverage(), staffOnly, coveragePage);
  app.get(routes.consoleNeverTrained(), staffOnly, neverTrainedDownload);
  both(routes.consoleLinks(), linksPage);
  both(routes.consoleTeamRules(), rulesPage);
  both(routes.consoleNewTeam(), newTeamPage);
  app.get(routes.consoleTeam(':id'), staffOnly, teamPage);
  both(routes.consoleTeamEdit(':id'), editTeamPage);
  both(routes.consoleTeamDissolve(':id'), dissolveTeamPage);
  both(routes.consoleNewMediator(':id'), newMediatorPage);
  app.get(routes.consoleMediator(':id'), staffOnly, mediatorPage);
  both(routes.consoleMediatorPart(':id', 'sua'), editMediatorPage);
  both(routes.consoleMediatorPart(':id', 'cong-nhan'), stepPage('recognised'));
  both(routes.consoleMediatorPart(':id', 'thoi-lam'), stepPage('dismissed'));
  both(routes.consoleMediatorPart(':id', 'bau-lai'), stepPage('elected'));
  both(routes.consoleMediatorPart(':id', 'tap-huan-vien'), trainerPage);
  both(routes.consoleMediatorPart(':id', 'dan-toc'), ethnicityPage);
  both(routes.consoleMediatorPart(':id', 'han-che'), restrictMediatorPage);
  both(routes.consoleMediatorPart(':id', 'xoa-du-lieu'), forgetMediatorPage);
};
