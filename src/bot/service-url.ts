// Where the connector may send the bot's bearer token: hosts of Bot Framework over https; in development this machine.

const HOSTS = /^(?:[a-z0-9-]+\.)*botframework\.com$|^smba\.trafficmanager\.net$/;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a service address is one of Bot Framework's. A name before an @, a port or plain http is none. */
export function isBotFrameworkUrl(serviceUrl: unknown): boolean {
  const url = parse(serviceUrl);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return false;
  return HOSTS.test(url.hostname);
}

/** Whether a service address is on this machine, as the Emulator's is. */
export function isLoopbackUrl(serviceUrl: unknown): boolean {
  const url = parse(serviceUrl);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && LOOPBACK.has(url.hostname);
}

function parse(text: unknown): URL | null {
  return typeof text === 'string' && text.length <= 512 && URL.canParse(text) ? new URL(text) : null;
}
