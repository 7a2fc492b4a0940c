// The real sentences of locales/: a key or a value that is missing fails the test that asked for it.
import { join } from 'node:path';
import { createSpeaker, loadLocales, type Speaker } from '../../src/i18n/index.js';

function load(): Speaker {
  const { value } = loadLocales(join(__dirname, '..', '..'));
  if (!value) throw new Error('locales/ cannot be read');
  return createSpeaker(value, {
    onMissing: ({ tag, key, placeholder }) => {
      throw new Error(`${tag} ${key} ${placeholder ?? 'is missing'}`);
    },
  });
}

export const voice = load();
