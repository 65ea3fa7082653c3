import { createRequire } from 'node:module';
import type { Part } from './part';

/** The only credentials that the embedded S3 accepts. */
export const fileStoreCredentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

interface S3rver {
  run(): Promise<{ port: number }>;
  httpServer: { closeAllConnections(): void };
  close(): Promise<void>;
}

/** An S3 server with one bucket, its files below `directory`. */
export const startFileStore = async (directory: string, bucket: string): Promise<Part> => {
  const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => S3rver;
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = server.close();
      server.httpServer.closeAllConnections();
      await closed;
    },
  };
};
