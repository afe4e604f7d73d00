'use client';

import { useRef, useState } from 'react';

export type Upload = {
  key: number;
  name: string;
  size: number;
  state:
    | { kind: 'sending'; percent: number }
    | { kind: 'there'; fileId: string }
    | { kind: 'failed'; code: string };
};

type Limits = { mostBytes: number; mostFiles: number; types: readonly string[] };

const byEnding = /\.(pdf|png|jpe?g|webp|txt|text|log|csv|md)$/i;

/** What is plain to see before anything is sent; the server judges again, by what is in the file. */
function refusalOf(file: File, { mostBytes, types }: Limits): string | null {
  if (file.size > mostBytes) return 'file.tooLarge';
  const isKnown = file.type === '' ? byEnding.test(file.name) : types.includes(file.type);
  return file.size === 0 || (!isKnown && !file.type.startsWith('text/')) ? 'file.typeRefused' : null;
}

const codeOf = (error: unknown) => (error instanceof Error ? error.message : '');

/** Files that are being added to a form: sent at once, and taken out again as long as the form is not. */
export function useUploads(limits: Limits) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const controllers = useRef(new Map<number, AbortController>());
  const nextKey = useRef(0);

  const settle = (key: number, state: Upload['state']) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, state } : one)));

  const send = async (key: number, file: File) => {
    const controller = new AbortController();
    controllers.current.set(key, controller);
    try {
      const { uploadForClaim } = await import('./uploader');
      const fileId = await uploadForClaim(file, {
        signal: controller.signal,
        onProgress: (percent) => settle(key, { kind: 'sending', percent }),
      });
      settle(key, { kind: 'there', fileId });
    } catch (error) {
      settle(key, { kind: 'failed', code: codeOf(error) });
    } finally {
      controllers.current.delete(key);
    }
  };

  const add = (files: readonly File[]) => {
    let free = limits.mostFiles - uploads.filter(({ state }) => state.kind !== 'failed').length;
    const added = files.map((file): { upload: Upload; file: File } => {
      nextKey.current += 1;
      const refusal = refusalOf(file, limits) ?? (free > 0 ? null : 'file.tooMany');
      if (!refusal) free -= 1;
      const state = refusal
        ? ({ kind: 'failed', code: refusal } as const)
        : ({ kind: 'sending', percent: 0 } as const);
      return { upload: { key: nextKey.current, name: file.name, size: file.size, state }, file };
    });
    setUploads((all) => [...all, ...added.map(({ upload }) => upload)]);
    for (const { upload, file } of added) if (upload.state.kind === 'sending') void send(upload.key, file);
  };

  const remove = (key: number) => {
    controllers.current.get(key)?.abort();
    setUploads((all) => all.filter((one) => one.key !== key));
  };

  return { uploads, add, remove, clear: () => setUploads([]) };
}
