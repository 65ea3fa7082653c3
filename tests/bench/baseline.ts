import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';

/** What any function of this kind loads at least: Hono and the DynamoDB client. */
const client = new DynamoDBClient({});
const app = new Hono();
app.get('/', async (c) => {
  await client.send(new GetItemCommand({ TableName: 't', Key: {} }));
  await client.send(new QueryCommand({ TableName: 't' }));
  await client.send(new PutItemCommand({ TableName: 't', Item: {} }));
  await client.send(new UpdateItemCommand({ TableName: 't', Key: {} }));
  return c.text('ok');
});
export const handler = handle(app);
