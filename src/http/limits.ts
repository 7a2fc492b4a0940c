// Fixed limits of the wire (trust.md §4): one table, so that a reader sees all of them at once.

/** How much one live connection may ask of us. */
export interface SocketLimits {
  /** Largest message; ws closes with 1009 above it. */
  readonly frameBytes: number;
  /** Messages and pings a second that are tolerated for long, and at once; above, closed with 1008. */
  readonly framesPerSecond: number;
  readonly frameBurst: number;
  /** Unsent bytes that a slow reader may hold; above, cut off. */
  readonly backlogBytes: number;
  /** A ping this often; a connection that did not answer the last one is cut. Half of what a dead one may live. */
  readonly pingMs: number;
}

export interface HttpLimits {
  readonly bodyBytes: number;
  readonly headerBytes: number;
  readonly headerCount: number;
  readonly urlLength: number;
  readonly headersMs: number;
  readonly requestMs: number;
  /** How often Node looks for requests past their time; its own default of 30 s would make 10 s mean 40. */
  readonly timeoutCheckMs: number;
  readonly connections: number;
  readonly connectionsPerAddress: number;
  readonly requestsPerSecond: number;
  readonly requestBurst: number;
  readonly socket: SocketLimits;
}

export const DEFAULT_LIMITS: HttpLimits = {
  bodyBytes: 64 * 1024,
  headerBytes: 16 * 1024,
  headerCount: 64,
  urlLength: 2048,
  headersMs: 10_000,
  requestMs: 15_000,
  timeoutCheckMs: 1000,
  connections: 20_000,
  connectionsPerAddress: 256,
  requestsPerSecond: 50,
  requestBurst: 200,
  socket: {
    frameBytes: 16 * 1024,
    framesPerSecond: 20,
    frameBurst: 60,
    backlogBytes: 256 * 1024,
    pingMs: 25_000,
  },
};
