// Tells near-identical cases, so that a flood is one line with a count and never hides the others (trust.md T15).
// Grouping only folds lines: every case stays in the queue with its own rank.
import { createHash } from 'node:crypto';
import type { QueueEntry } from '../core/index.js';

const PARTS = 6;
const PARTS_ALIKE = 4;
const PART_LENGTH = 2;
const WORDS_READ = 200;
const RANK_STEP = 1e13;

/** Words without case, accents, digits, punctuation and stretched letters ("heeelp!!1" is "help"). */
function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const bare = words.filter((word) => !/\p{N}/u.test(word)).slice(0, WORDS_READ);
  return bare.map((word) => word.replace(/(\p{L})\1+/gu, '$1'));
}

function shingles(words: readonly string[]): string[] {
  if (words.length < 2) return [...words];
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

function leastHash(pieces: readonly string[], part: number): string {
  const hashes = pieces.map((piece) => createHash('sha256').update(`${part} ${piece}`).digest('base64url'));
  // The last characters: the first ones are low in every text. Twelve bits compare well and give no words back.
  return (hashes.sort()[0] ?? '').slice(-PART_LENGTH - 1, -1);
}

/**
 * A sketch of 12 characters, equal for texts that differ in case, digits, punctuation or stretched letters, and alike
 * for texts that differ in a few words. Text without words gets the `fallback` (an id): alone in its group.
 */
export function groupKey(text: string, fallback: string): string {
  const pieces = [...new Set(shingles(wordsIn(text)))];
  if (pieces.length === 0) return fallback;
  return Array.from({ length: PARTS }, (_, part) => leastHash(pieces, part)).join('');
}

function alike(one: string, two: string): boolean {
  if (one === two) return true;
  if (one.length !== PARTS * PART_LENGTH || two.length !== one.length) return false;
  let equal = 0;
  for (let at = 0; at < one.length; at += PART_LENGTH) {
    if (one.slice(at, at + PART_LENGTH) === two.slice(at, at + PART_LENGTH)) equal += 1;
  }
  return equal >= PARTS_ALIKE;
}

export interface QueueGroup {
  /** The entry that waits longest: what "next" takes. */
  readonly first: QueueEntry;
  readonly entries: readonly QueueEntry[];
}

/** Entries in queue order, near-identical ones of the same level folded under their first. Order is kept. */
export function groupQueue(entries: readonly QueueEntry[]): QueueGroup[] {
  const groups: { first: QueueEntry; entries: QueueEntry[] }[] = [];
  for (const entry of entries) {
    const level = Math.floor(entry.rank / RANK_STEP);
    const home = groups.find(
      ({ first }) => Math.floor(first.rank / RANK_STEP) === level && alike(first.group, entry.group),
    );
    if (home) home.entries.push(entry);
    else groups.push({ first: entry, entries: [entry] });
  }
  return groups;
}
