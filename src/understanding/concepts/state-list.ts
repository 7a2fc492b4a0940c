// Readings in flight while a message is read, as parallel numbers: made once, filled anew by each token.

/** The first `count` entries are in use: the node reached, the token it began at, the width of gap still open. */
export class StateList {
  readonly nodes: Uint32Array;
  readonly starts: Uint32Array;
  readonly gaps: Int8Array;
  count = 0;

  constructor(readonly most: number) {
    this.nodes = new Uint32Array(most);
    this.starts = new Uint32Array(most);
    this.gaps = new Int8Array(most);
  }

  /** Adds a reading; when the list is full it is left out. */
  add(node: number, start: number, gap: number): void {
    const at = this.count;
    if (at >= this.most) return;
    this.nodes[at] = node;
    this.starts[at] = start;
    this.gaps[at] = gap;
    this.count = at + 1;
  }
}
