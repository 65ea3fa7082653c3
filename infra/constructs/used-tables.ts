import { Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { TableSpec } from '../../functions/platform/store/table';
import { tables } from '../../functions/tables';
import { type Stage, tablePrefix } from '../stages/stage';
import type { Tables } from './data/tables';

/** A table as the system uses it. */
export interface UsedTable {
  spec: TableSpec;
  tableName: string;
  tableArn: string;
  /** Where the specification asks for a stream. */
  streamArn?: string | undefined;
}

/**
 * The tables that the system works on, by their names: those of the data's stack or, after a restore, those that the stage
 * names (`tables`).
 */
export class UsedTables {
  readonly prefix: string;
  readonly all: readonly UsedTable[];

  constructor(scope: Construct, stage: Stage, made: Tables) {
    this.prefix = stage.tables?.prefix ?? tablePrefix(stage.stage);
    const streams = new Map(made.all.map(({ spec, table }) => [spec.name, table.tableStreamArn]));
    this.all = tables.map((spec) => {
      const tableName = this.prefix + spec.name;
      const streamArn = stage.tables ? stage.tables.streams[spec.name] : streams.get(spec.name);
      if (spec.stream && !streamArn)
        throw new Error(`The stage's restored tables have no stream of ${spec.name}`);
      return {
        spec,
        tableName,
        tableArn: Stack.of(scope).formatArn({
          service: 'dynamodb',
          resource: 'table',
          resourceName: tableName,
        }),
        ...(spec.stream && { streamArn }),
      };
    });
  }

  /** @throws if there is no table of that name */
  of(name: string): UsedTable {
    const found = this.all.find(({ spec }) => spec.name === name);
    if (!found) throw new Error(`No table "${name}"`);
    return found;
  }

  get streaming(): (UsedTable & { streamArn: string })[] {
    return this.all.flatMap(({ streamArn, ...one }) => (streamArn ? [{ ...one, streamArn }] : []));
  }
}

/** A metric of a table, or of one of its indexes. */
export const tableMetric = (metricName: string, TableName: string, index?: string): Metric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName, ...(index && { GlobalSecondaryIndexName: index }) },
    statistic: Stats.SUM,
  });
