// A trie's edges while it grows, in flat arrays: (node, label) -> node. Open addressing, grows by doubling. What is
// finished is read from `rows` and packed; nothing is looked up here while a message is read.

const { imul } = Math;

const EMPTY = -1;
/** Labels are below this, so that node and label sort as one number. */
const LABELS = 2 ** 21;

/** Edges by node: those of node n stand at `first[n]` to `first[n + 1]`, labels rising. */
export interface EdgeRows {
  readonly first: Uint32Array;
  readonly labels: Uint32Array;
  readonly targets: Uint32Array;
}

/** Edges of one trie whose root is node 0. Labels are the caller's: whole numbers from 0 to two million. */
export class EdgeMap {
  private from: Int32Array;
  private labels: Int32Array;
  private targets: Int32Array;
  private mask: number;
  /** Nodes made so far, the root included. A node's number is above its parent's. */
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

  /** The node behind the edge, made when it is new. */
  grow(node: number, label: number): number {
    const slot = this.slotOf(node, label);
    if (this.from[slot] !== EMPTY) return this.targets[slot] as number;
    const target = this.nodes++;
    this.set(slot, node, label, target);
    if (this.nodes * 2 > this.mask) this.double();
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

  /** All edges in order. */
  rows(): EdgeRows {
    const count = this.nodes - 1;
    const rows = {
      first: new Uint32Array(this.nodes + 1),
      labels: new Uint32Array(count),
      targets: new Uint32Array(count),
    };
    this.keys().forEach((key, at) => {
      const node = Math.floor(key / LABELS);
      rows.labels[at] = key % LABELS;
      rows.targets[at] = this.targets[this.slotOf(node, key % LABELS)] as number;
      rows.first[node + 1] = at + 1;
    });
    // Nodes without edges begin where the node before them ended.
    for (let node = 1; node <= this.nodes; node++)
      rows.first[node] = Math.max(rows.first[node] as number, rows.first[node - 1] as number);
    return rows;
  }

  private keys(): Float64Array {
    const keys = new Float64Array(this.nodes - 1);
    let count = 0;
    for (let slot = 0; slot < this.from.length; slot++) {
      const node = this.from[slot] as number;
      if (node !== EMPTY) keys[count++] = node * LABELS + (this.labels[slot] as number);
    }
    return keys.sort();
  }
}
