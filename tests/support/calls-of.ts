import { between } from './built/between';
import { isBuilt } from './built/is-built';
import type { TestWorld } from './world';

/** The calls to the tables that an act makes, once the function is warm: `query events`. */
export const callsOf = async (world: TestWorld, act: () => Promise<unknown>): Promise<string[]> => {
  if (!isBuilt) {
    await act();
    world.costs.length = 0;
    await act();
    return world.costs.map(({ call, table }) => `${call} ${table}`);
  }
  const calls = await between(world);
  await act();
  calls.length = 0;
  await act();
  return calls.map(({ verb, body }) => `${verb.toLowerCase()} ${tableIn(world, body)}`);
};

const tableIn = ({ settings }: TestWorld, body: string): string =>
  String(JSON.parse(body).TableName).replace(settings.tablePrefix, '');
