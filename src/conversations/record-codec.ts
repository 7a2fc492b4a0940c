// The bytes of a stored conversation: its key ids in clear, then two sealed parts (base, case). No plaintext in it.
import { asId, type KeyId, type TenantId } from '../core/index.js';

const FORMAT = 1;

export interface RecordKeys {
  readonly talk: KeyId;
  /** Minted when a case is opened; null before. */
  readonly case: KeyId | null;
}

export interface RecordParts {
  /** Whose record it is; in clear, because nothing opens without it. */
  readonly tenant: TenantId;
  readonly keys: RecordKeys;
  readonly base: Uint8Array;
  readonly case: Uint8Array | null;
}

export function encodeRecord(parts: RecordParts): Uint8Array {
  const fields = [
    Buffer.from(parts.tenant),
    Buffer.from(parts.keys.talk),
    Buffer.from(parts.keys.case ?? ''),
    Buffer.from(parts.base),
    Buffer.from(parts.case ?? new Uint8Array()),
  ];
  return Buffer.concat([Buffer.from([FORMAT]), ...fields.flatMap((field) => [lengthOf(field), field])]);
}

/** Throws RangeError for bytes that are no record of this format. */
export function decodeRecord(bytes: Uint8Array): RecordParts {
  const buffer = Buffer.from(bytes);
  if (buffer[0] !== FORMAT) throw new RangeError('not a conversation record');
  const [tenant, talk, caseKey, base, casePart] = readFields(buffer, 1, 5) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  return {
    tenant: asId<TenantId>(tenant.toString()),
    keys: {
      talk: asId<KeyId>(talk.toString()),
      case: caseKey.length > 0 ? asId<KeyId>(caseKey.toString()) : null,
    },
    base,
    case: casePart.length > 0 ? casePart : null,
  };
}

/** Length-prefixed fields, as written by `encodeRecord` and `encodeRow`. */
export function readFields(buffer: Buffer, start: number, count: number): Buffer[] {
  const fields: Buffer[] = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    const length = buffer.readUInt32BE(at);
    fields.push(buffer.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}

export function lengthOf(field: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(field.length);
  return length;
}
