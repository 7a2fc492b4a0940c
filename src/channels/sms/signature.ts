// Twilio's webhook signature (practice.md §3.1): the configured public URL and every field as it came, HMAC-SHA1.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed for a form: the URL, then each field name with its distinct values, sorted. */
export function signedText(url: string, fields: URLSearchParams): string {
  const names = [...new Set(fields.keys())].sort();
  return (
    url +
    names
      .map((name) =>
        [...new Set(fields.getAll(name))]
          .sort()
          .map((value) => name + value)
          .join(''),
      )
      .join('')
  );
}

/** The signature of a form post, base64. */
export function signForm(token: string, url: string, fields: URLSearchParams): string {
  return hmac(token, signedText(url, fields));
}

/** The signature of a JSON post: over the URL alone, which carries the body's hash. */
export function signJson(token: string, url: string): string {
  return hmac(token, url);
}

/** Whether the body is the one whose SHA-256 the URL names as `bodySHA256`. */
export function bodyMatches(url: string, raw: Uint8Array): boolean {
  const named = new URL(url).searchParams.get('bodySHA256');
  return named !== null && sameText(named, createHash('sha256').update(raw).digest('hex'));
}

/** Whether one of the accepted tokens (two during a rotation) made the signature; compared in constant time. */
export function isSigned(
  signature: string,
  tokens: readonly string[],
  sign: (token: string) => string,
): boolean {
  return tokens.map((token) => sameText(signature, sign(token))).some(Boolean);
}

function hmac(token: string, text: string): string {
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}

function sameText(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
