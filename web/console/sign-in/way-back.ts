import { routes } from '../../routes';

/** The page that was asked for before signing in; never one of another site. */
export const wayBack = (asked: string | undefined): string =>
  asked && /^\/quan-tri(\/\w[\w.-]*)*(\?[^#\\\s]*)?$/.test(asked) ? asked : routes.console();
