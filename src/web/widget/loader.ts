// What a partner's page loads: one button and one frame. It reads nothing of that page and tells it nothing of the talk.

const script = document.currentScript as HTMLScriptElement | null;
if (script) addChat(script);

function addChat(script: HTMLScriptElement): void {
  const origin = new URL(script.src).origin;
  const { partner = '', label = 'Chat', locale, theme } = script.dataset;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const toggle = styled('button', BUTTON);
  toggle.type = 'button';
  toggle.textContent = label;
  toggle.setAttribute('aria-expanded', 'false');
  root.append(toggle);
  let frame: HTMLIFrameElement | null = null;
  const tell = (porchlight: string, value?: string) =>
    frame?.contentWindow?.postMessage({ porchlight, value }, origin);
  const show = (open: boolean) => {
    frame ??= addFrame(root, `${origin}/chat/${encodeURIComponent(partner)}`, label);
    fit(frame, open);
    toggle.setAttribute('aria-expanded', String(open));
    toggle.style.display = open && isSmall() ? 'none' : 'block';
    if (open) tell('open');
    else toggle.focus();
  };
  toggle.onclick = () => show(toggle.getAttribute('aria-expanded') !== 'true');
  addEventListener('message', (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
    const word = (event.data as { porchlight?: unknown } | null)?.porchlight;
    if (word === 'close') show(false);
    if (word === 'exit') cover();
    if (word !== 'ready') return;
    if (locale) tell('locale', locale);
    if (theme) tell('theme', theme);
  });
  addEventListener('resize', () => frame && fit(frame, toggle.getAttribute('aria-expanded') === 'true'));
  const add = () => document.body.append(host);
  if (document.body) add();
  else addEventListener('DOMContentLoaded', add);
}

const BUTTON =
  'all:initial;position:fixed;z-index:2147483646;inset-block-end:20px;inset-inline-end:20px;box-sizing:border-box;' +
  'min-height:52px;padding:14px 24px;border-radius:26px;border:2px solid #fff;background:#14595c;color:#fff;' +
  'font:600 17px/1.3 system-ui,sans-serif;cursor:pointer;box-shadow:0 4px 16px rgba(0,0,0,.25)';
const FRAME = 'border:0;position:fixed;z-index:2147483647;background:#f7f5f1;color-scheme:normal;';
const SMALL = 'inset:0;width:100%;height:100%';
const LARGE =
  'inset-block-end:88px;inset-inline-end:20px;width:420px;height:min(680px,calc(100vh - 112px));' +
  'border-radius:18px;box-shadow:0 12px 48px rgba(0,0,0,.3)';

function isSmall(): boolean {
  return innerWidth < 560 || innerHeight < 560;
}

function fit(frame: HTMLIFrameElement, open: boolean): void {
  frame.style.cssText = FRAME + (isSmall() ? SMALL : LARGE) + (open ? '' : ';display:none');
}

function addFrame(root: ShadowRoot, address: string, label: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = label;
  frame.referrerPolicy = 'no-referrer';
  frame.allow = '';
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  );
  frame.src = address;
  root.append(frame);
  return frame;
}

/** The partner's page goes blank at once; the frame takes the whole window away from it. */
function cover(): void {
  document.documentElement.style.cssText = 'display:none!important';
  document.title = '\u00a0';
}

function styled(tag: 'button', css: string): HTMLButtonElement {
  const made = document.createElement(tag);
  made.style.cssText = css;
  return made;
}
