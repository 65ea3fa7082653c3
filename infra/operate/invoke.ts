import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Invoke } from './redrive';

/** Calls a function of AWS and waits for its answer. */
export const invokeWith =
  (lambda: LambdaClient): Invoke =>
  async (FunctionName, event) => {
    const { FunctionError, Payload } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: new TextEncoder().encode(JSON.stringify(event)) }),
    );
    const text = new TextDecoder().decode(Payload);
    if (FunctionError) throw new Error(`the function failed: ${text.slice(0, 200)}`);
    return text ? JSON.parse(text) : null;
  };
