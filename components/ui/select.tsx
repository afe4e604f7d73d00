'use client';

import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ControlProps } from './field';
import { Icon } from './icon';
import { NativeSelect, type Option } from './input';
import { itemLook, popupLook } from './popup-look';
import { useEnhanced } from './use-enhanced';

type SelectProps = ControlProps & {
  name: string;
  options: readonly Option[];
  defaultValue?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  onValueChange?: (value: string) => void;
};

function Options({ options }: { options: readonly Option[] }) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-(--z-overlay)">
        <Base.Popup className={popupLook}>
          <Base.List>
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className={itemLook}
              >
                <Base.ItemText>{option.label}</Base.ItemText>
                <Base.ItemIndicator>
                  <Icon of={Check} />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

/** Our list with a mouse on wide screens; the browser's own on phones and without script. */
export function Select({ options, defaultValue = '', placeholder, onValueChange, ...rest }: SelectProps) {
  const isEnhanced = useEnhanced();
  const [value, setValue] = useState(defaultValue);
  const change = (next: string) => {
    setValue(next);
    onValueChange?.(next);
  };
  const { id, name, required, disabled, ...described } = rest;
  if (!isEnhanced) {
    return (
      <NativeSelect
        {...rest}
        options={options}
        value={value}
        onChange={(event) => change(event.target.value)}
        {...(placeholder !== undefined && { placeholder })}
      />
    );
  }
  return (
    <Base.Root
      items={[...options]}
      name={name}
      value={value === '' ? null : value}
      onValueChange={(next) => change(next ?? '')}
      required={required ?? false}
      disabled={disabled ?? false}
    >
      <Base.Trigger
        id={id}
        {...described}
        className="control flex items-center justify-between gap-3 text-start"
      >
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-ink-3" />
        <Base.Icon>
          <Icon of={ChevronDown} className="text-ink-3" />
        </Base.Icon>
      </Base.Trigger>
      <Options options={options} />
    </Base.Root>
  );
}
