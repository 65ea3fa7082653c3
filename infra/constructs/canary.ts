import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import type { Construct } from 'constructs';
import type { Handler } from './function';

/**
 * A tenth of the requests goes to a new version for five minutes, then all of them. An alarm meanwhile takes the version
 * back, and with it the whole deployment.
 */
export const canary = (scope: Construct, handler: Handler, alarms: Alarm[]): LambdaDeploymentGroup =>
  new LambdaDeploymentGroup(scope, 'Canary', {
    alias: handler.alias,
    deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    alarms,
    autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
  });
