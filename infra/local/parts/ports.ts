import { createServer } from 'node:net';

export class PortTaken extends Error {
  constructor(
    readonly variable: string,
    readonly port: number,
  ) {
    super(`Port ${port} is taken. Choose another with ${variable}=${port + 1}.`);
  }
}

/** @throws PortTaken that names the variable to change */
export const mustBeFree = (variable: string, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(variable, port) : error),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });

/** A port that was free a moment ago. */
export const freePort = (host = '127.0.0.1'): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
