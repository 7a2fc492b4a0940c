// Reserved words in both directions: what must be obeyed, and what must never be mistaken for an order to us.
import { createReservedReader } from '../../src/i18n/index';
import { realLocales } from './world';

const read = createReservedReader(realLocales());

describe('a message that is an order to us', () => {
  const rows: [string, string, string][] = [
    ['STOP', 'en', 'opt-out'],
    ['stop', 'en', 'opt-out'],
    [' Stop. ', 'en', 'opt-out'],
    ['ＳＴＯＰ', 'en', 'opt-out'],
    ['st\u200Bop', 'en', 'opt-out'],
    ['STOP', 'es', 'opt-out'],
    ['ALTO', 'es', 'opt-out'],
    ['alto', 'en', 'opt-out'],
    ['¡PARAR!', 'es', 'opt-out'],
    ['UNSUBSCRIBE', 'en', 'opt-out'],
    ['END', 'en', 'opt-out'],
    ['QUIT', 'en', 'opt-out'],
    ['cancelar', 'es', 'opt-out'],
    ['please stop texting me', 'en', 'opt-out'],
    ['Stop texting me!!', 'en', 'opt-out'],
    ['can you please stop sending me messages', 'en', 'opt-out'],
    ['ok thanks. dont text me anymore', 'en', 'opt-out'],
    ['don’t text me anymore', 'en', 'opt-out'],
    ['deja de mandarme mensajes', 'es', 'opt-out'],
    ['Por favor, deje de escribirme', 'es', 'opt-out'],
    ['ya no me manden mensajes', 'en', 'opt-out'],
    ['no quiero más mensajes', 'es', 'opt-out'],
    ['please stop', 'en', 'opt-out-unclear'],
    ['ya basta', 'es', 'opt-out-unclear'],
    ['STOP he is outside', 'en', 'opt-out-unclear'],
    ['HELP', 'en', 'help'],
    ['Ayuda', 'en', 'help'],
    ['START', 'es', 'start'],
    ['unstop', 'en', 'start'],
    ['hide this page', 'en', 'hide'],
    ['salir', 'es', 'hide'],
    ['delete everything', 'en', 'erase'],
    ['borrar todo', 'es', 'erase'],
    ['can I talk to a person?', 'en', 'person'],
    ['quiero hablar con alguien', 'es', 'person'],
    ['MORE', 'en', 'more'],
    ['más', 'es', 'more'],
    ['MAS', 'es', 'more'],
    ['sources', 'en', 'sources'],
    ['sí', 'es', 'yes'],
    ['SI', 'en', 'yes'],
    ['nope', 'en', 'no'],
    ['skip', 'en', 'skip'],
    ['idioma', 'en', 'language'],
  ];
  test.each(rows)('"%s" in %s means %s', (text, tag, kind) => {
    expect(read(text, tag)?.kind).toBe(kind);
  });
});

describe('a message that is not an order to us', () => {
  const rows: [string, string][] = [
    ['please make him stop', 'en'],
    ['make him stop texting me', 'en'],
    ["he won't stop texting me", 'en'],
    ['i told him to stop texting me and he hit me', 'en'],
    ['he told me to stop texting my mom', 'en'],
    ['he said stop texting me or i will find you', 'en'],
    ['stop he is outside', 'en'],
    ['it has to stop', 'en'],
    ['i cant make it end', 'en'],
    ['at the bus stop', 'en'],
    ['how do i quit my job', 'en'],
    ['they will cancel my visa', 'en'],
    ['dile que deje de mandarme mensajes', 'es'],
    ['mi ex no deja de escribirme', 'es'],
    ['es un hombre alto', 'es'],
    ['no puedo parar de llorar', 'es'],
    ['me quieren parar en la frontera', 'es'],
    ['someone help my sister', 'en'],
    ['i have no one', 'en'],
    ['is there a person who can help with papers', 'en'],
    ['what happens to a person in custody', 'en'],
    ['i want to hide from him', 'en'],
    ['he will delete everything on my phone', 'en'],
    ['yes he is here', 'en'],
    ['no me deja salir', 'es'],
    ['', 'en'],
    ['...', 'en'],
    ['😢', 'en'],
  ];
  test.each(rows)('"%s"', (text, tag) => {
    expect(read(text, tag)).toBeNull();
  });

  test('a long story with an order in it is a story', () => {
    expect(read(`${'he hits me. '.repeat(200)}stop texting me`, 'en')).toBeNull();
  });
});

describe('a language by its name', () => {
  const rows: [string, string, string][] = [
    ['español', 'en', 'es'],
    ['ESPANOL', 'en', 'es'],
    ['English', 'es', 'en'],
    ['kreyòl', 'en', 'ht'],
    ['中文', 'en', 'zh-Hans'],
    ['العربية', 'en', 'ar'],
    ['K’iche’', 'es', 'quc'],
    ['mam', 'es', 'mam'],
    ['ninguno de estos idiomas', 'es', 'other'],
  ];
  test.each(rows)('"%s" asks for %s -> %s', (text, tag, chosen) => {
    expect(read(text, tag)).toMatchObject({ kind: 'language', chosen });
  });

  test('a word to change language names none', () => {
    expect(read('language', 'en')).toMatchObject({ kind: 'language', chosen: null });
  });
});

test('a phrase says so, because more may stand beside it', () => {
  expect(read('Please stop texting me. He reads my phone', 'en')).toMatchObject({ how: 'phrase' });
  expect(read('stop', 'en')).toMatchObject({ how: 'word', language: 'en' });
});
