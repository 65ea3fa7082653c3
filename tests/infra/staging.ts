import { FUNCTIONS } from '../../infra/build/functions';
import { made, ofType, type Resource, resourcesOf } from './made';

/** The stacks of the stage `staging`, as they are without a context. */
export const { system, data, edge, stage } = made();
export const resources = resourcesOf(system);
export const dataResources = resourcesOf(data);

/** The system's functions by the name of their code. */
export const functions = Object.fromEntries(
  ofType(resources, 'AWS::Lambda::Function')
    .map(([id, r]) => [FUNCTIONS.find((name) => id.toLowerCase().includes(`${name}function`)), r] as const)
    .filter(([name]) => name),
) as Record<(typeof FUNCTIONS)[number], Resource>;
