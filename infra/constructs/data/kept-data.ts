import { RemovalPolicy } from 'aws-cdk-lib';
import type { Stage } from '../../stages/stage';

/**
 * What becomes of data when its stack is deleted: it stays. What a deployment made and then took back, since another part
 * of it failed, is removed, so that the deployment can be tried again.
 */
export const keptData = ({ disposable }: Stage): RemovalPolicy =>
  disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
