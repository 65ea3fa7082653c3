import { Problem } from './problem';

/** The names of what is allowed or not. */
type Right<May> = { [Name in keyof May]: May[Name] extends boolean ? Name : never }[keyof May];

/**
 * @throws Problem forbidden where the right is not given
 * @example must(mayReports(account), 'write')
 */
export const must = <May extends object>(may: May, right: Right<May>): void => {
  if (!may[right]) throw new Problem('forbidden', 'forbidden');
};
