import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Projection, TableSpec } from '../../../functions/platform/store/table';
import { tables } from '../../../functions/tables';
import { type Stage, tablePrefix } from '../../stages/stage';
import { keptData } from './kept-data';

const key = (name: string) => ({ name, type: AttributeType.STRING });

const projection = (p: Projection) =>
  typeof p === 'string'
    ? { projectionType: ProjectionType[p] }
    : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...p] };

/** Every table of `functions/tables.ts`. Their data cannot be made again. */
export class Tables extends Construct {
  private readonly byName = new Map<string, { spec: TableSpec; table: Table }>();

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    for (const spec of tables) this.byName.set(spec.name, { spec, table: this.make(spec, stage) });
  }

  get all(): { spec: TableSpec; table: Table }[] {
    return [...this.byName.values()];
  }

  private make(spec: TableSpec, stage: Stage): Table {
    const table = new Table(this, spec.name, {
      tableName: tablePrefix(stage.stage) + spec.name,
      partitionKey: key(spec.key.pk),
      ...(spec.key.sk && { sortKey: key(spec.key.sk) }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: stage.live,
      removalPolicy: keptData(stage),
      ...(spec.stream && { stream: StreamViewType.NEW_AND_OLD_IMAGES }),
      ...(spec.ttl && { timeToLiveAttribute: spec.ttl }),
    });
    for (const [indexName, index] of Object.entries(spec.locals ?? {}))
      table.addLocalSecondaryIndex({
        indexName,
        sortKey: key(index.sk),
        ...projection(index.projection),
      });
    for (const [indexName, index] of Object.entries(spec.globals ?? {}))
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: key(index.pk),
        ...(index.sk && { sortKey: key(index.sk) }),
        ...projection(index.projection),
      });
    return table;
  }
}
