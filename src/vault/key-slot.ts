// One slot of keys.bin: 128 bytes that hold one wrapped key, or nothing. A slot never crosses a sector of the disk.
// Layout: mark 1, length 1, checksum 14, hash of the key id 16, wrapped key up to 96. Anything that does not verify is free.
import { hash, randomBytes } from 'node:crypto';

export const SLOT_BYTES = 128;
export const LARGEST_WRAPPED = 96;
const MARK = 0x4b;
const CHECKSUM = { from: 2, to: 16 } as const;
const ID = { from: 16, to: 32 } as const;

export interface KeySlot {
  readonly idHash: string;
  readonly wrapped: Buffer;
}

/** What stands for a key id in the file: no name of a tenant is written there. */
export function hashOfId(id: string): string {
  return hash('sha256', id, 'buffer')
    .subarray(0, ID.to - ID.from)
    .toString('base64');
}

/** The bytes of a slot at its place in the file, for at most LARGEST_WRAPPED bytes; copied elsewhere they do not verify. */
export function writeSlot(
  place: number,
  { idHash, wrapped }: { idHash: string; wrapped: Uint8Array },
): Buffer {
  const slot = Buffer.alloc(SLOT_BYTES);
  slot[0] = MARK;
  slot[1] = wrapped.length;
  slot.set(Buffer.from(idHash, 'base64'), ID.from);
  slot.set(wrapped, ID.to);
  slot.set(checksumOf(place, slot), CHECKSUM.from);
  return slot;
}

/** The key in a slot, or null when it is free, overwritten or torn. */
export function readSlot(place: number, slot: Buffer): KeySlot | null {
  const length = slot[1] ?? 0;
  if (slot.length < SLOT_BYTES || slot[0] !== MARK || length > LARGEST_WRAPPED) return null;
  if (!checksumOf(place, slot).equals(slot.subarray(CHECKSUM.from, CHECKSUM.to))) return null;
  return {
    idHash: slot.toString('base64', ID.from, ID.to),
    wrapped: Buffer.from(slot.subarray(ID.to, ID.to + length)),
  };
}

/** What a destroyed key is overwritten with. */
export function noise(): Buffer {
  const bytes = randomBytes(SLOT_BYTES);
  bytes[0] = 0;
  return bytes;
}

function checksumOf(place: number, slot: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32LE(place, 0);
  head[4] = slot[1] ?? 0;
  const whole = Buffer.concat([head, slot.subarray(ID.from, SLOT_BYTES)]);
  return hash('sha256', whole, 'buffer').subarray(0, CHECKSUM.to - CHECKSUM.from);
}
