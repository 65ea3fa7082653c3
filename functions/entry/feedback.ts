import type { SNSEvent } from 'aws-lambda';
import { onFeedback } from '../notices/feedback';
import { as } from '../platform/world/world';
import { lambdaWorld } from './lambda-world';

const world = as(lambdaWorld(), 'feedback');

/** Lambda's entry: SES's events about mails, by SNS. */
export const handler = (event: SNSEvent): Promise<void> => onFeedback(world, event);
