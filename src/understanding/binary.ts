// Models as bytes: a JSON head and typed arrays behind it, aligned so that loading copies and parses nothing twice.

type Numbers = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array;

/** Plain values and typed arrays, nested as the writer likes; arrays of numbers should be typed. */
export type Packable =
  | string
  | number
  | boolean
  | null
  | Numbers
  | readonly Packable[]
  | { readonly [key: string]: Packable };

const KINDS = { Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array };
type KindName = keyof typeof KINDS;
const MAGIC = 'porchlight-understanding-4';
const ALIGNMENT = 8;

interface Placed {
  readonly $: KindName;
  readonly at: number;
  readonly length: number;
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function kindOf(value: object): KindName | null {
  const name = value.constructor.name as KindName;
  return name in KINDS ? name : null;
}

/** Packs a value; the same value gives the same bytes. An array that stands in several places is written once. */
export function pack(value: Packable): Uint8Array {
  const arrays = new Map<Numbers, Placed>();
  let size = 0;
  const head = JSON.stringify({ magic: MAGIC, value }, (_, one: unknown) => {
    if (typeof one !== 'object' || one === null) return one;
    const kind = kindOf(one);
    if (kind === null) return one;
    const list = one as Numbers;
    const placed = arrays.get(list) ?? { $: kind, at: size, length: list.length };
    if (!arrays.has(list)) size = aligned(size + list.byteLength);
    arrays.set(list, placed);
    return placed;
  });
  const headBytes = new TextEncoder().encode(head);
  const start = aligned(4 + headBytes.length);
  const bytes = new Uint8Array(start + size);
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
  bytes.set(headBytes, 4);
  let at = start;
  for (const list of arrays.keys()) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at);
    at = aligned(at + list.byteLength);
  }
  return bytes;
}

/**
 * Reads what `pack` wrote; the arrays are views of `bytes` where their place allows it. Throws a plain Error when the
 * bytes are of another make: build the models anew.
 */
export function unpack(bytes: Uint8Array): unknown {
  // Views need an aligned start, and the caller's buffer may be a slice of a pool: then a copy of its own.
  const own = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
  const headLength = new DataView(own.buffer, own.byteOffset).getUint32(0, true);
  const start = aligned(4 + headLength);
  const arrays = new Map<number, Numbers>();
  const head = JSON.parse(new TextDecoder().decode(own.subarray(4, 4 + headLength)), (_, one: unknown) => {
    const placed = one as Placed | null;
    if (typeof one !== 'object' || placed === null || typeof placed.$ !== 'string') return one;
    // An empty array takes no room: another may stand in its place.
    const known = placed.length === 0 ? undefined : arrays.get(placed.at);
    if (known !== undefined) return known;
    const from = own.byteOffset + start + placed.at;
    const list = new KINDS[placed.$](own.buffer as ArrayBuffer, from, placed.length);
    arrays.set(placed.at, list);
    return list;
  }) as { magic?: unknown; value?: unknown };
  if (head.magic !== MAGIC) throw new Error('These are not models of this version; build them again.');
  return head.value;
}
