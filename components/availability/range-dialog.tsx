'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FieldError } from '@/components/ui/field';
import { TextField } from '@/components/ui/text-field';
import { usePriceWords, wrongPrice } from './price-words';
import { RangeTerms } from './range-terms';
import type { Row } from './week-rows';

type RangeDialogProps = {
  row: Row;
  dayName: string;
  /** False when the range would overlap others, or is none. */
  onChange: (row: Row) => boolean;
  onRemove: () => void;
  onClose: () => void;
};

/** Times and terms of one range of the sheet; stays open while the server would refuse them. */
export function RangeDialog({ row, dayName, onChange, onRemove, onClose }: RangeDialogProps) {
  const t = useTranslations('availability');
  const [draft, setDraft] = useState(row);
  const [isOverlapping, setOverlapping] = useState(false);
  const [isPriceChecked, setPriceChecked] = useState(false);
  const priceError = wrongPrice(draft.price, usePriceWords());
  const set = (changed: Partial<Row>) => setDraft((now) => ({ ...now, ...changed }));
  const finish = () => {
    setPriceChecked(true);
    if (priceError) return;
    if (onChange(draft)) onClose();
    else setOverlapping(true);
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      heading={dayName}
      closeLabel={t('close')}
      actions={
        <>
          <Button
            variant="ghost"
            icon={Trash2}
            onClick={() => {
              onRemove();
              onClose();
            }}
          >
            {t('remove')}
          </Button>
          <Button onClick={finish}>{t('apply')}</Button>
        </>
      }
    >
      <Times draft={draft} onChange={set} />
      <RangeTerms
        list="dialog"
        index={0}
        row={draft}
        onChange={set}
        priceError={isPriceChecked ? priceError : undefined}
      />
      {isOverlapping && (
        <div role="alert">
          <FieldError>{t('overlaps')}</FieldError>
        </div>
      )}
    </Dialog>
  );
}

function Times({ draft, onChange }: { draft: Row; onChange: (changed: Partial<Row>) => void }) {
  const t = useTranslations('availability');
  return (
    <div className="grid grid-cols-2 gap-4">
      {(['start', 'end'] as const).map((part) => (
        <TextField
          key={part}
          id={`dialog-${part}`}
          type="time"
          label={t(`${part}Label`)}
          value={draft[part]}
          onChange={(event) => onChange({ [part]: event.target.value })}
        />
      ))}
    </div>
  );
}
