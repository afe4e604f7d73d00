'use client';

import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ControlProps } from './field';
import { Icon } from './icon';
import { NativeSelect, type Option } from './input';
import { itemLook, popupLook } from './popup-look';
import { useEnhanced } from './use-enhanced';

type ComboboxProps = ControlProps & {
  name: string;
  options: readonly Option[];
  defaultValue?: string;
  placeholder: string;
  /** Said when nothing matches what was typed. */
  emptyLabel: string;
  /** Name of the button that shows all options. */
  openLabel: string;
  required?: boolean;
  onValueChange?: (value: string) => void;
};

function Options({ emptyLabel }: { emptyLabel: string }) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-(--z-overlay)">
        <Base.Popup className={popupLook}>
          <Base.Empty className="px-3 py-2 text-sm text-ink-3 empty:hidden">{emptyLabel}</Base.Empty>
          <Base.List>
            {(option: Option) => (
              <Base.Item key={option.value} value={option} className={itemLook}>
                {option.label}
                <Base.ItemIndicator>
                  <Icon of={Check} />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

/**
 * A long list that is searched by typing: specialities, languages, time zones. A plain select on
 * phones and without script. Sends the value of the option under `name`.
 */
export function Combobox({
  name,
  options,
  defaultValue = '',
  placeholder,
  emptyLabel,
  openLabel,
  required = false,
  onValueChange,
  ...control
}: ComboboxProps) {
  const isEnhanced = useEnhanced();
  const [value, setValue] = useState(defaultValue);
  const change = (next: string) => {
    setValue(next);
    onValueChange?.(next);
  };
  if (!isEnhanced) {
    return (
      <NativeSelect
        {...control}
        name={name}
        options={options}
        placeholder={placeholder}
        required={required}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  return (
    <Base.Root
      items={[...options]}
      name={name}
      required={required}
      value={options.find((option) => option.value === value) ?? null}
      onValueChange={(next: Option | null) => change(next?.value ?? '')}
      isItemEqualToValue={(a: Option, b: Option) => a.value === b.value}
    >
      <Base.InputGroup className="relative">
        <Base.Input {...control} placeholder={placeholder} className="control pe-11" />
        <Base.Trigger
          aria-label={openLabel}
          className="absolute end-0 top-0 grid h-full w-11 place-items-center text-ink-3"
        >
          <Icon of={ChevronDown} />
        </Base.Trigger>
      </Base.InputGroup>
      <Options emptyLabel={emptyLabel} />
    </Base.Root>
  );
}
