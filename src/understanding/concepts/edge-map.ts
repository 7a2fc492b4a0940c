// A trie's edges in flat arrays: (node, label) -> node. Open addressing, grows by doubling.

const { imul } = Math;

const EMPTY = -1;

/** Edges of one trie whose root is node 0. Labels are any 32-bit numbers of the caller's. */
export class EdgeMap {
  private from: Int32Array;
  private labels: Int32Array;
  private targets: Int32Array;
  private mask: number;
  private used = 0;
  /** Nodes made so far, the root included. */
  nodes = 1;

  constructor(capacity = 1024) {
    this.from = new Int32Array(capacity).fill(EMPTY);
    this.labels = new Int32Array(capacity);
    this.targets = new Int32Array(capacity);
    this.mask = capacity - 1;
  }

  private slotOf(node: number, label: number): number {
    let hash = imul(node, 0x9e3779b1) ^ imul(label + 0x7f4a7c15, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & this.mask;
    while (this.from[slot] !== EMPTY && (this.from[slot] !== node || this.labels[slot] !== label)) {
      slot = (slot + 1) & this.mask;
    }
    return slot;
  }

  /** The node behind the edge, or 0 when there is none. */
  next(node: number, label: number): number {
    const slot = this.slotOf(node, label);
    return this.from[slot] === EMPTY ? 0 : (this.targets[slot] as number);
  }

  /** The node behind the edge, made when it is new. */
  grow(node: number, label: number): number {
    const slot = this.slotOf(node, label);
    if (this.from[slot] !== EMPTY) return this.targets[slot] as number;
    const target = this.nodes++;
    this.set(slot, node, label, target);
    if (++this.used * 2 > this.mask) this.double();
    return target;
  }

  private set(slot: number, node: number, label: number, target: number): void {
    this.from[slot] = node;
    this.labels[slot] = label;
    this.targets[slot] = target;
  }

  private double(): void {
    const { from, labels, targets } = this;
    const capacity = from.length * 2;
    this.from = new Int32Array(capacity).fill(EMPTY);
    this.labels = new Int32Array(capacity);
    this.targets = new Int32Array(capacity);
    this.mask = capacity - 1;
    for (let i = 0; i < from.length; i++) {
      if (from[i] === EMPTY) continue;
      const node = from[i] as number;
      const label = labels[i] as number;
      this.set(this.slotOf(node, label), node, label, targets[i] as number);
    }
  }
}
