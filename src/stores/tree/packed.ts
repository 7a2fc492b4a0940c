// A value of the tree: a small JSON header and, behind it, sealed bytes as they are.

const LENGTH_BYTES = 4;

/** Header and body in one value; the body may hold any bytes. Numbers of the header must be finite. */
export function pack(header: object, body: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const packed = Buffer.allocUnsafe(LENGTH_BYTES + json.length + body.length);
  packed.writeUInt32LE(json.length, 0);
  json.copy(packed, LENGTH_BYTES);
  packed.set(body, LENGTH_BYTES + json.length);
  return packed;
}

/** What `pack` was given. The body is a view into the value. */
export function unpack<Header>(value: Uint8Array): { header: Header; body: Uint8Array } {
  const packed = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const bodyAt = LENGTH_BYTES + packed.readUInt32LE(0);
  return {
    header: JSON.parse(packed.toString('utf8', LENGTH_BYTES, bodyAt)) as Header,
    body: packed.subarray(bodyAt),
  };
}
