// JSON and form bodies from raw bytes: UTF-8 only, bounded in depth and keys, without names that reach prototypes.
import { PorchlightError } from '../errors.js';

const DEPTH = 16;
const KEYS = 512;
const ELEMENTS = 4096;
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** The bytes as text. Throws `http.malformed` for anything but plain UTF-8: a byte order mark, overlong forms, UTF-16. */
export function decodeUtf8(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    throw new PorchlightError('http.malformed', 'not UTF-8');
  }
}

/**
 * The JSON object in these bytes. Dangerous names are left out, lone surrogates become U+FFFD, numbers beyond range null.
 * Throws `http.malformed` when it is no object, or deeper than 16, or has more than 512 keys or 4,096 list elements.
 */
export function parseJsonObject(raw: Uint8Array): Record<string, unknown> {
  const value = parse(decodeUtf8(raw));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PorchlightError('http.malformed', 'not an object');
  return copyObject(value, { depth: 1, counts: { keys: 0, elements: 0 } });
}

/** The fields of a form body. Throws `http.malformed` as above. */
export function parseForm(raw: Uint8Array): URLSearchParams {
  const fields = new URLSearchParams(decodeUtf8(raw));
  if (fields.size > KEYS) throw new PorchlightError('http.malformed', 'too many fields');
  for (const name of UNSAFE) fields.delete(name);
  return fields;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new PorchlightError('http.malformed', 'not JSON');
  }
}

interface Place {
  readonly depth: number;
  readonly counts: { keys: number; elements: number };
}

function copyValue(value: unknown, place: Place): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || value === null) return value;
  const inner = { depth: place.depth + 1, counts: place.counts };
  if (inner.depth > DEPTH) throw new PorchlightError('http.malformed', 'too deep');
  return Array.isArray(value) ? copyList(value, inner) : copyObject(value, inner);
}

function copyList(list: readonly unknown[], place: Place): unknown[] {
  place.counts.elements += list.length;
  if (place.counts.elements > ELEMENTS) throw new PorchlightError('http.malformed', 'too many elements');
  return list.map((element) => copyValue(element, place));
}

function copyObject(value: object, place: Place): Record<string, unknown> {
  const entries = Object.entries(value);
  place.counts.keys += entries.length;
  if (place.counts.keys > KEYS) throw new PorchlightError('http.malformed', 'too many keys');
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of entries)
    if (!UNSAFE.has(name)) copy[name.toWellFormed()] = copyValue(inner, place);
  return copy;
}
