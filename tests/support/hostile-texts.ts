// Texts that try to become markup, script or a link in somebody else's page (trust.md rows 29 to 31). If any of them
// runs, it sets `window.ran`.

const VECTORS = [
  '<script>window.ran=1</script>',
  '<img src=x onerror=window.ran=1>',
  '<img src="https://evil.example/pixel.gif">',
  '<svg onload=window.ran=1><circle r=9></svg>',
  '<svg><script>window.ran=1</script></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>',
  '</script><script>window.ran=1</script>',
  '</textarea><script>window.ran=1</script>',
  '"><iframe srcdoc="<script>parent.ran=1</script>">',
  "' autofocus onfocus=window.ran=1 x='",
  'javascript:window.ran=1',
  '<a href="javascript:window.ran=1">help</a>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<object data=https://evil.example/x>',
  '<form action=https://evil.example/><input name=q><button>send</button></form>',
  '[call us](https://evil.example/)',
  '[911](javascript:window.ran=1)',
  '![x](https://evil.example/pixel.gif)',
  'https://evil.example/autolink',
  'www.evil.example',
  '{{constructor.constructor("window.ran=1")()}}',
  ['$', '{window.ran=1}'].join(''),
  '&lt;script&gt;window.ran=1&lt;/script&gt;',
  '&#x3c;img src=x onerror=window.ran=1&#x3e;',
  '\u202E<b>eman ruoy</b>',
  '\u2066\u202Etxt.exe\u2069',
  '=HYPERLINK("https://evil.example","x")',
  '+1+cmd|calc!A0',
  '<plaintext>',
  '<!--<img src="--><img src=x onerror=window.ran=1>',
  '<details open ontoggle=window.ran=1>',
  '<video><source onerror=window.ran=1></video>',
  '<template><script>window.ran=1</script></template>',
];

const WRAPS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `help ${text} please`,
  (text) => `"${text}"`,
  (text) => `'>${text}`,
  (text) => text.toUpperCase(),
  (text) => `مساعدة ${text} 12`,
  (text) => `${text}\n${text}`,
  (text) => `**${text}**`,
  (text) => `\`${text}\``,
  (text) => `<b>${text}</b>`,
  (text) => `${'x'.repeat(200)}${text}`,
  (text) => text.replaceAll('<', '\uFF1C'),
  (text) => text.replaceAll(' ', '\t'),
  (text) => `--><!-- ${text}`,
];

/** The plain vectors, and every vector in every disguise: about five hundred texts. */
export const HOSTILE_TEXTS: readonly string[] = WRAPS.flatMap((wrap) => VECTORS.map(wrap));
export const HOSTILE_VECTORS: readonly string[] = VECTORS;
