import { linkMediator } from '../../../functions/participation/link';
import { as, type World } from '../../../functions/platform/world/world';
import { MEDIATOR_TO_ASK, SAMPLE_MEDIATORS } from './sample-register';

/** Links what was seeded before the streams run: the stream's reader does so later. */
export const seedLinks = async (world: World): Promise<void> => {
  const clock = as(world, 'clock');
  for (let n = 1; n <= SAMPLE_MEDIATORS; n++) await linkMediator(clock, `med_mau_${n}`);
  await linkMediator(clock, MEDIATOR_TO_ASK);
};
