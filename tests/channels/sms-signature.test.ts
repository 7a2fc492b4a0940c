import { bodyMatches, isSigned, signForm, signJson } from '../../src/channels/sms/signature.js';

const TOKEN = '12345';
const URL_A = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const call = (from: string) =>
  new URLSearchParams({
    CallSid: 'CA1234567890ABCDE',
    Caller: from,
    Digits: '1234',
    From: from,
    To: '+18005551212',
  });

describe('a text is believed only when the provider signed it', () => {
  test.each([
    ["the provider's first published vector", call('+14158675309'), 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['its second, with another caller', call('+14158675310'), 'GvWf1cFY/Q7PnoempGyD5oXAezc='],
    [
      'its third, where a field comes three times',
      new URLSearchParams([
        ['Sid', 'CA123'],
        ['SidAccount', 'AC123'],
        ['Digits', '5678'],
        ['Digits', '1234'],
        ['Digits', '1234'],
      ]),
      'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
    ],
  ])('%s', (_label, fields, signature) => {
    expect(signForm(TOKEN, URL_A, fields)).toBe(signature);
    expect(isSigned(signature, [TOKEN], (token) => signForm(token, URL_A, fields))).toBe(true);
  });

  test('its fourth: a JSON body, whose hash stands in the address', () => {
    const url = `${URL_A}&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620`;
    expect(signJson(TOKEN, url)).toBe('a9nBmqA0ju/hNViExpshrM61xv4=');
    expect(bodyMatches(url, Buffer.from('{"property": "value", "boolean": true}'))).toBe(true);
    expect(bodyMatches(url, Buffer.from('{"property": "value", "boolean": false}'))).toBe(false);
    expect(bodyMatches(URL_A, Buffer.from('{}'))).toBe(false);
  });

  test.each([
    ['a changed field', call('+14158675311'), TOKEN],
    ['another token', call('+14158675309'), '54321'],
  ])('%s is not signed', (_label, fields, token) => {
    expect(isSigned('RSOYDt4T1cUTdK1PDd93/VVr8B8=', [token], (each) => signForm(each, URL_A, fields))).toBe(
      false,
    );
  });

  test('during a rotation either token is accepted', () => {
    const sign = (token: string) => signForm(token, URL_A, call('+14158675309'));
    expect(isSigned('RSOYDt4T1cUTdK1PDd93/VVr8B8=', ['new-token', TOKEN], sign)).toBe(true);
  });
});
