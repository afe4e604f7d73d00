'use client';

import clsx from 'clsx';
import { FileText, Paperclip, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useAnswer, useEachAnswer } from '@/components/ui/action-form';
import { Button, IconButton } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Progress } from '@/components/ui/progress';
import { useScript } from '@/components/ui/use-enhanced';
import { FileName } from './file-name';
import { type Upload, useUploads } from './use-uploads';

type FileDropProps = {
  mostBytes: number;
  mostFiles: number;
  types: readonly string[];
  /** What each refusal is called, by its code. */
  errors: Readonly<Record<string, string>>;
};

/**
 * Adds files to the form around: by the button, or dropped. They are sent at once and named in the form by hidden fields,
 * `files[]`; while one is still on its way, `uploading` says so. Without script the form goes without files, and says so.
 */
export function FileDrop({ errors, ...limits }: FileDropProps) {
  const t = useTranslations('files');
  const hasScript = useScript();
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const { uploads, add, remove, clear } = useUploads(limits);
  const answer = useAnswer('files');
  const wasUploading = useAnswer('uploading').typed === '1';
  useEachAnswer((status) => {
    if (status === 'done') clear();
  });
  if (!hasScript) return <p className="text-sm text-ink-3">{t('noScript')}</p>;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    add(Array.from(event.dataTransfer.files));
  };
  const isUploading = uploads.some(({ state }) => state.kind === 'sending');
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('label')}</legend>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={clsx(
          'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-dashed px-4 py-3.5',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        <Button
          variant="secondary"
          size="sm"
          icon={Paperclip}
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          {t('choose')}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={limits.types.join(',')}
          onChange={(event) => {
            add(Array.from(event.target.files ?? []));
            event.target.value = '';
          }}
        />
        <p id={hintId} className="min-w-0 flex-1 basis-64 text-xs text-ink-3">
          {t('hint', { most: limits.mostFiles })}
        </p>
      </div>
      {uploads.length > 0 && (
        <ul className="grid gap-2" aria-live="polite">
          {uploads.map((upload) => (
            <FileLine key={upload.key} upload={upload} errors={errors} onRemove={() => remove(upload.key)} />
          ))}
        </ul>
      )}
      {isUploading && <input type="hidden" name="uploading" value="1" />}
      {answer.error && (isUploading || !wasUploading) && (
        <FieldError id={`${answer.id}-error`}>{answer.error}</FieldError>
      )}
    </fieldset>
  );
}

type FileLineProps = { upload: Upload; errors: FileDropProps['errors']; onRemove: () => void };

function FileLine({ upload: { name, state }, errors, onRemove }: FileLineProps) {
  const t = useTranslations('files');
  return (
    <li className="flex items-center gap-3 rounded-md border border-line bg-surface px-3 py-2">
      <Icon of={FileText} className="size-5 text-ink-3" />
      <div className="grid min-w-0 flex-1 gap-1">
        <span className="text-sm">
          <FileName name={name} />
        </span>
        {state.kind === 'sending' && (
          <>
            <Progress label={t('progress', { name })} value={state.percent} />
            <span className="tnum text-xs text-ink-3">{t('sending', { percent: state.percent })}</span>
          </>
        )}
        {state.kind === 'there' && (
          <>
            <span className="text-xs text-ink-3">{t('there')}</span>
            <input type="hidden" name="files[]" value={state.fileId} />
          </>
        )}
        {state.kind === 'failed' && <FieldError>{errors[state.code] ?? t('failed')}</FieldError>}
      </div>
      <IconButton size="sm" icon={X} label={t('remove', { name })} onClick={onRemove} />
    </li>
  );
}
