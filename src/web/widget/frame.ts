// The page inside a partner's page: the partner may say four things, and hears three words back. No talk crosses here.

export type ToParent = 'ready' | 'close' | 'exit';

export interface FrameOrders {
  locale(tag: string): void;
  theme(theme: 'light' | 'dark' | 'auto'): void;
  opened(): void;
}

const MOST = 20;
const PER_MS = 10_000;

/** Whether a partner's page is around this one. */
export const framed = window.parent !== window;

/** Listens to the parent: `{porchlight: 'open' | 'close' | 'locale' | 'theme', value?}`, 20 in 10 seconds. All else is nothing. */
export function watchParent(orders: FrameOrders): void {
  let heard: number[] = [];
  addEventListener('message', (event) => {
    if (!framed || event.source !== window.parent) return;
    const now = Date.now();
    heard = heard.filter((at) => now - at < PER_MS);
    if (heard.push(now) <= MOST) obey(event.data, orders);
  });
}

function obey(data: unknown, orders: FrameOrders): void {
  if (typeof data !== 'object' || data === null) return;
  const { porchlight, value } = data as { porchlight?: unknown; value?: unknown };
  if (porchlight === 'open') orders.opened();
  else if (porchlight === 'locale' && typeof value === 'string' && /^[A-Za-z-]{2,12}$/.test(value))
    orders.locale(value);
  else if (porchlight === 'theme' && (value === 'light' || value === 'dark' || value === 'auto'))
    orders.theme(value);
}

/** Tells the partner's page one of three words. Which page it is does not matter: they say nothing about anyone. */
export function tellParent(word: ToParent): void {
  if (framed) window.parent.postMessage({ porchlight: word }, '*');
}
