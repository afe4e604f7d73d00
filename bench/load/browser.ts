/** A browser without JavaScript: cookie, pages, forms by their hidden fields. */

export type Page = { status: number; url: string; text: string; location: string | null };

const cookieName = '__Host-consilia-session';
const requestTimeoutMs = 20_000;

type Sent = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

export class Browser {
  constructor(
    readonly base: string,
    readonly token: string,
  ) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#read(await fetch(new URL(path, this.base), this.#request({ headers })));
  }

  async postJson(path: string, body: object): Promise<Page> {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    return this.#read(
      await fetch(
        new URL(path, this.base),
        this.#request({ method: 'POST', headers, body: JSON.stringify(body) }),
      ),
    );
  }

  /** Sends the form of the page that has a field (or button) with this text in it. */
  async submit(page: Page, marker: string | RegExp, fields: Record<string, string> = {}): Promise<Page> {
    const form = formsOf(page.text).find((html) =>
      typeof marker === 'string' ? html.includes(marker) : marker.test(html),
    );
    if (!form) throw new Error(`no form with ${marker} on ${page.url}`);
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...hiddenFields(form), ...fields })) body.set(name, value);
    return this.#read(
      await fetch(page.url, this.#request({ method: 'POST', body, headers: { origin: this.base } })),
    );
  }

  #request({ headers: own = {}, ...init }: Sent): RequestInit {
    const headers = { cookie: `${cookieName}=${this.token}`, ...own };
    return { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(requestTimeoutMs) };
  }

  async #read(response: Response): Promise<Page> {
    const text = await response.text();
    if (response.status >= 500) throw new Error(`${response.status} from ${response.url}`);
    return { status: response.status, url: response.url, text, location: response.headers.get('location') };
  }
}

function formsOf(html: string): string[] {
  return html.match(/<form[\s\S]*?<\/form>/g) ?? [];
}

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescape(found);
}

function hiddenFields(form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const tag of form.match(/<input[^>]*>/g) ?? []) {
    const name = attribute(tag, 'name');
    const isChecked = attribute(tag, 'type') !== 'radio' || / checked/.test(tag);
    if (name !== undefined && isChecked) fields[name] = attribute(tag, 'value') ?? '';
  }
  return fields;
}
