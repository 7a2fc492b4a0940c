// Writes a text in the letters of GSM-7, so that one accent does not halve every segment of a message.

const GSM_7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€',
);
const TYPOGRAPHY: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '•': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** "Está aquí" -> "Esta aqui"; é, ñ, ü, ¿ and ¡ stay. A letter without a GSM-7 form stays and costs what it costs. */
export function toGsmLetters(text: string): string {
  return [...text.normalize('NFC')].map(toGsmLetter).join('');
}

function toGsmLetter(letter: string): string {
  if (GSM_7.has(letter)) return letter;
  const plain = TYPOGRAPHY[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
  return [...plain].every((one) => GSM_7.has(one)) ? plain : letter;
}
