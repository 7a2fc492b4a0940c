// What someone says about immigration status is hidden in every quote; signs of danger that sound alike are not.
import { maskStatus } from '../../src/handoff/index.js';

test.each([
  ['en', "I'm undocumented and he knows", "I'm […] and he knows"],
  ['en', 'he says im illegal so no one will help', 'he says […] so no one will help'],
  ['en', 'I don’t have papers and my visa expired in may', 'I […] and my […] in may'],
  ['en', 'I overstayed my student visa', 'I […] my […]'],
  ['en', 'came on an H2A, boss keeps us locked in', 'came on an […], boss keeps us locked in'],
  ['en', 'came with NO   PAPERS', 'came with […]'],
  ['es', 'no tengo papeles y me da miedo', '[…] y me da miedo'],
  ['es', 'somos indocumentadas, estamos encerradas', 'somos […], estamos encerradas'],
  ['es', 'mi situacion migratoria no es buena', 'mi […] no es buena'],
  ['fr', "je suis sans-papiers et j'ai peur", "je suis […] et j'ai peur"],
  ['fr', "ma demande d'asile est en cours", 'ma […] est en cours'],
  ['pt-BR', 'não tenho papéis e ele me bate', '[…] e ele me bate'],
  ['pt-BR', 'meu visto venceu', 'meu […]'],
  ['zh-Hans', '我没有身份，他不让我走', '我[…]，他不让我走'],
  ['zh-Hant', '我的簽證過期了', '我的[…]了'],
  ['ar', 'أنا بدون أوراق وهو يضربني', 'أنا […] وهو يضربني'],
  ['ar', 'انا بدون اوراق', 'انا […]'],
  ['ht', 'mwen pa gen papye, li bat mwen', 'mwen […], li bat mwen'],
  ['vi', 'tôi không có giấy tờ', 'tôi […]'],
  ['vi', 'toi khong co giay to', 'toi […]'],
  ['tl', 'wala akong papeles kaya takot ako', '[…] kaya takot ako'],
  ['ru', 'я нелегалка, он забрал телефон', 'я […], он забрал телефон'],
  ['ru', 'у меня виза закончилась', 'у меня […]'],
  ['ko', '저는 불법체류자예요', '저는 […]자예요'],
  ['mixed', 'im sin papeles and scared', 'im […] and scared'],
])('%s: "%s" is shown masked', (_, text, shown) => {
  expect(maskStatus(text)).toBe(shown);
});

test.each([
  'he took my passport and my papers',
  'she hides our documents in her room',
  'he said he will get me deported if I talk',
  'says he will call ICE on my mom',
  'he has illegal guns',
  'I need a shelter tonight',
  'me quitó el pasaporte',
  'dice que me van a deportar',
  'il a pris mon passeport',
  'ele pegou meus documentos',
  '他拿走了我的护照',
  'أخذ جواز سفري',
  'li pran paspò mwen',
  'anh ấy giữ hộ chiếu của tôi',
  'kinuha niya ang passport ko',
  'он забрал мой паспорт',
  '그가 제 여권을 가져갔어요',
  'this is about housing, not tpsx or daca2go',
  '',
])('"%s" is shown as it was written', (text) => {
  expect(maskStatus(text)).toBe(text.normalize('NFC'));
});

test('accents typed as separate marks do not get past the mask', () => {
  expect(maskStatus('situación migratoria'.normalize('NFD'))).toBe('[…]');
});

test('a long hostile text is read in linear time and comes back whole', () => {
  const text = 'no '.repeat(2700);
  expect(maskStatus(text)).toBe(text);
});
