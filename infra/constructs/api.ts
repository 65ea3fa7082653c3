import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type FunctionContext, Handler } from './function';

/**
 * An access log holds no path (personal links are paths), no address and no user agent. The function's own
 * log names the route.
 */
const LOG_LINE = JSON.stringify({
  id: '$context.requestId',
  at: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  status: '$context.status',
  took: '$context.responseLatency',
  bytes: '$context.responseLength',
  trouble: '$context.integrationErrorMessage',
});

/** The whole site behind one HTTP API, which only CloudFront may call (the origin secret). */
export class Api extends Construct {
  readonly handler: Handler;
  readonly api: HttpApi;
  /** The API's host, without a scheme. */
  readonly host: string;

  constructor(scope: Construct, id: string, context: FunctionContext) {
    super(scope, id);
    this.handler = new Handler(this, 'Http', {
      name: 'http',
      description: 'Pages and API',
      context,
      // Far below the ledger's grace period of two minutes, so that reconcile never meets a running request.
      timeout: Duration.seconds(10),
    });
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration('Integration', this.handler.alias, {
        payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
        timeout: Duration.seconds(12),
      }),
    });
    const log = new LogGroup(this, 'AccessLog', {
      retention: context.stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // Calls that go around CloudFront are refused by the function, but share these.
      throttle: { rateLimit: context.stage.throttle.rate, burstLimit: context.stage.throttle.burst },
      detailedMetricsEnabled: false,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(LOG_LINE),
      },
    });
    const { region, urlSuffix } = Stack.of(this);
    this.host = `${this.api.apiId}.execute-api.${region}.${urlSuffix}`;
  }
}
