/** Somebody waits for what another call brings, for so long at most. */
export class Waiting<T> {
  readonly #there = new Map<string, T>();
  readonly #waiting = new Map<string, (value: T) => void>();

  /** What was brought, also before anybody asked; undefined when nothing came in time. */
  async for(key: string, milliseconds: number): Promise<T | undefined> {
    const known = this.#there.get(key);
    if (known !== undefined) {
      this.#there.delete(key);
      return known;
    }
    return new Promise((resolve) => {
      const end = (value: T | undefined): void => {
        clearTimeout(timer);
        this.#waiting.delete(key);
        resolve(value);
      };
      const timer = setTimeout(() => end(undefined), milliseconds);
      this.#waiting.set(key, end);
    });
  }

  /** Hands it to whoever waits, now or later. */
  bring(key: string, value: T): void {
    if (!this.offer(key, value)) this.#there.set(key, value);
  }

  /** Hands it only to somebody who waits already. */
  offer(key: string, value: T): boolean {
    const take = this.#waiting.get(key);
    take?.(value);
    return take !== undefined;
  }

  clear(): void {
    this.#there.clear();
  }
}
