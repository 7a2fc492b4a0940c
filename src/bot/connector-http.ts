// The only way out for the SDK: one request, no redirects, no retries, 15 s. Its own client tries three times, so that one
// reply could be said three times, and follows redirects with the bot's token.
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { PorchlightError } from '../errors.js';

const SEND_MS = 15_000;

type ClientOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ClientOptions['httpClient']>;
type SdkRequest = Parameters<HttpClient['sendRequest']>[0];
type SdkResponse = Awaited<ReturnType<HttpClient['sendRequest']>>;

/** An HTTP client for the SDK. Rejects with `connector.unreachable` for anything but a 2xx. */
export const connectorHttp: HttpClient = { sendRequest };

async function sendRequest(request: SdkRequest): Promise<SdkResponse> {
  const answer = await ask(request);
  if (!answer.ok) throw new PorchlightError('connector.unreachable', `status ${answer.status}`);
  // The SDK wants headers of its own class and reads only the content type, which a JSON request has as well.
  const headers = request.headers.clone();
  headers.set('content-type', 'application/json');
  return { request, status: answer.status, headers, bodyAsText: await answer.text() };
}

async function ask(request: SdkRequest): Promise<Response> {
  const headers = request.headers.headersArray().map(({ name, value }): [string, string] => [name, value]);
  try {
    return await fetch(request.url, {
      method: request.method,
      headers: headers.filter(([name]) => name.toLowerCase() !== 'content-length'),
      body: typeof request.body === 'string' ? request.body : null,
      redirect: 'manual',
      signal: AbortSignal.timeout(SEND_MS),
    });
  } catch {
    throw new PorchlightError('connector.unreachable', 'no answer');
  }
}
