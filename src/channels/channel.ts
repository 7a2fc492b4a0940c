// The contract of a channel (recipe: README.md). Eight members; tests/contracts/channel.ts states what each must do.
import type { ChannelKind, Delivery, Reply, Route, SocketRoute } from '../core/index.js';

/** What the channel's medium can carry. */
export interface ChannelLimits {
  /** Longest text of a person that is taken as it is, in UTF-16 units; longer ones keep head and tail. */
  readonly inboundUnits: number;
  /** Longest single piece of an outgoing text; null where replies are never split. */
  readonly pieceUnits: number | null;
  /** Most choices offered at once. */
  readonly choices: number;
}

export interface SendAttempt {
  /** The same for every try of one reply. */
  readonly key: string;
  /** An earlier try may have gone through: look before sending again. */
  readonly again: boolean;
}

export interface Channel {
  readonly name: ChannelKind;
  readonly delivery: Delivery;
  /** What the server mounts. A route acknowledges only what is durable, and answers a repeat like the first. */
  readonly routes: readonly Route[];
  readonly sockets?: readonly SocketRoute[];
  readonly limits: ChannelLimits;
  /**
   * Push channels only: sends one reply to where the sealed `replyTo` says.
   * Rejects with a named error of errors.ts (throttled, refused, opted out, unknown result, unreachable) and nothing else.
   */
  send?(reply: Reply, replyTo: string, attempt: SendAttempt): Promise<void>;
  /** Values that must never be seen in a log line: the contract suite looks for them. */
  readonly secrets: readonly string[];
  /** Ends timers and subscriptions. */
  close?(): void;
}
