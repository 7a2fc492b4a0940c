// A person's page over the wire: a session, messages sent again until they are acknowledged, the talk as the page reads it.

export interface WebTalk {
  /** What was acknowledged, in order. */
  readonly sent: readonly string[];
  /** Sends until acknowledged, always under the same id. */
  say(text: string): Promise<void>;
  /** The whole talk: what the person said, and the ids of what was answered. */
  read(): Promise<{ said: string[]; answers: string[] }>;
}

interface Activity {
  readonly id: string;
  readonly from: { readonly role: string };
  readonly text: string;
}

/** Opens a session with the demo partner's page. */
export async function openWebTalk(url: string): Promise<WebTalk> {
  const opened = await fetch(`${url}/widget/session?partner=demo`, {
    method: 'POST',
    headers: { origin: url },
  });
  const { token, conversationId } = (await opened.json()) as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const activities = `${url}/v3/directline/conversations/${conversationId}/activities`;
  const sent: string[] = [];
  return {
    sent,
    async say(text) {
      const body = JSON.stringify({
        type: 'message',
        text,
        channelData: { clientActivityID: `client-${sent.length}` },
      });
      while ((await statusOf(activities, { method: 'POST', headers, body })) !== 200) await pause();
      sent.push(text);
    },
    async read() {
      const all = await readAll(activities, headers);
      return {
        said: all.filter(({ from }) => from.role === 'user').map(({ text }) => text),
        answers: all.filter(({ from }) => from.role === 'bot').map(({ id }) => id),
      };
    },
  };
}

/** Set after set, by the watermark, until nothing is new. */
async function readAll(url: string, headers: Record<string, string>): Promise<Activity[]> {
  const all: Activity[] = [];
  for (let watermark = '0'; ; ) {
    const response = await fetch(`${url}?watermark=${watermark}`, { headers });
    const set = (await response.json()) as { activities: Activity[]; watermark: string };
    if (set.activities.length === 0) return all;
    all.push(...set.activities);
    watermark = set.watermark;
  }
}

async function statusOf(url: string, init: RequestInit): Promise<number> {
  try {
    const response = await fetch(url, init);
    await response.text();
    return response.status;
  } catch {
    return 0;
  }
}

/** Gives way to the network before trying again. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 25));
