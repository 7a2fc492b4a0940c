import { matchTotp, newTotpSecret, provisioningUri, totpCode, totpStep } from '../../src/staff/totp.js';

// RFC 6238, appendix B: the SHA-1 rows. The secret is the ASCII text 12345678901234567890.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const VECTORS = [
  { seconds: 59, code: '94287082' },
  { seconds: 1_111_111_109, code: '07081804' },
  { seconds: 1_111_111_111, code: '14050471' },
  { seconds: 1_234_567_890, code: '89005924' },
  { seconds: 2_000_000_000, code: '69279037' },
  { seconds: 20_000_000_000, code: '65353130' },
];
const NOW = 1_700_000_000_000;
const STEP = totpStep(NOW);

test.each(VECTORS)('the code at second $seconds is the published one', ({ seconds, code }) => {
  expect(totpCode(SECRET, totpStep(seconds * 1000), 8)).toBe(code);
});

test.each([
  { which: 'the code of now', drift: 0, taken: true },
  { which: 'the code of a clock half a minute behind', drift: -1, taken: true },
  { which: 'the code of a clock half a minute ahead', drift: 1, taken: true },
  { which: 'a code a minute old', drift: -2, taken: false },
  { which: 'a code a minute early', drift: 2, taken: false },
])('$which: taken $taken', ({ drift, taken }) => {
  const step = matchTotp(SECRET, totpCode(SECRET, STEP + drift), { now: NOW, lastStep: 0 });
  expect(step).toBe(taken ? STEP + drift : null);
});

test('a code that was used, and every older one, is not taken again', () => {
  const code = totpCode(SECRET, STEP);
  expect(matchTotp(SECRET, code, { now: NOW, lastStep: STEP })).toBeNull();
  expect(matchTotp(SECRET, totpCode(SECRET, STEP - 1), { now: NOW, lastStep: STEP })).toBeNull();
});

test.each(['', '12345', '1234567', 'abcdef', `${totpCode(SECRET, STEP)}0`, '١٢٣٤٥٦', '🔑🔑🔑'])(
  'what is not six digits of this secret is refused without an error: %s',
  (code) => {
    expect(matchTotp(SECRET, code, { now: NOW, lastStep: 0 })).toBeNull();
  },
);

test('a new secret is 160 bits of base32 and works with the address an app reads', () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
  const uri = new URL(provisioningUri('Ana María', secret));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('secret')).toBe(secret);
  expect(decodeURIComponent(uri.pathname)).toBe('/Porchlight:Ana María');
});
