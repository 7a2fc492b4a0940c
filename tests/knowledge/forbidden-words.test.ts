// What we never call a person and never promise, per language, and what looks like it and is fine.

import { FORBIDDEN } from '../../src/knowledge/checks/forbidden-phrases.js';
import { forbiddenIn } from '../../src/knowledge/checks/forbidden-words.js';

const FULL = ['en', 'es', 'fr', 'pt-BR', 'zh-Hans', 'ar', 'ht', 'vi', 'tl', 'ru', 'ko'];

test('every full language has its list', () => {
  expect(Object.keys(FORBIDDEN).sort()).toEqual([...FULL].sort());
});

test.each([
  ['en', 'The victim can ask for help.'],
  ['en', 'You qualify for a T visa.'],
  ['en', "Don't worry, you are safe."],
  ['en', 'Approval is guaranteed.'],
  ['en', 'They will help you.'],
  ['en', 'You must tell the police.'],
  ['es', 'La víctima puede pedir ayuda.'],
  ['es', 'Usted califica para la visa T.'],
  ['es', 'usted esta a salvo'],
  ['es', 'Usted debe llamar.'],
  ['fr', 'Vous êtes en sécurité.'],
  ['pt-BR', 'Você está segura.'],
  ['zh-Hans', '您现在很安全。'],
  ['ar', 'لا تقلق'],
  ['ht', 'Ou an sekirite.'],
  ['vi', 'Đừng lo, bạn đủ điều kiện.'],
  ['tl', 'Ligtas ka na.'],
  ['ru', 'Вы в безопасности.'],
  ['ko', '걱정하지 마세요.'],
])('%s: "%s" is not said', (tag, text) => {
  expect(forbiddenIn(text, tag)).not.toEqual([]);
});

test.each([
  ['en', 'The Victim Assistance Program is part of HSI.'],
  ['en', 'A yes is never guaranteed.'],
  ['en', 'If you are safe to talk, call.'],
  ['es', 'El especialista en asistencia a víctimas le explica.'],
  ['es', 'La aprobación no está garantizada.'],
  ['fr', 'Rien n’est jamais garanti.'],
  ['ko', '지금 안전한 곳에 있나요?'],
])('%s: "%s" may be said', (tag, text) => {
  expect(forbiddenIn(text, tag)).toEqual([]);
});
