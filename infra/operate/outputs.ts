import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** What a stack printed at its deployment, by the names of its outputs. @throws Error where there is no such stack */
export const outputsOf = async (stack: string, region: string): Promise<Record<string, string>> => {
  const client = new CloudFormationClient({ region });
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
  return Object.fromEntries(
    (Stacks[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
};

/** The output whose name begins so: the CDK puts a hash behind it. @throws Error where there is none */
export const output = (outputs: Record<string, string>, name: string): string => {
  const found = Object.entries(outputs).find(([key]) => key.startsWith(name));
  if (!found) throw new Error(`The stack has no output ${name}: deploy it again.`);
  return found[1];
};
