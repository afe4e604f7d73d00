import { type Html, html, trusted } from '@/sandbox/http/html';
import { themeCss } from '@/sandbox/http/theme';
import type { PageLocale } from '@/sandbox/stripe/pages/locale';

const css = `
.sheet{min-height:100vh;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.1fr)}
.summary{background:var(--pine);color:var(--on-pine);padding:clamp(1.5rem,1rem + 4vw,5rem) clamp(1rem,0.4rem + 4vw,5rem);display:flex;justify-content:flex-end}
.summary>div{width:100%;max-width:24rem;display:grid;gap:1.25rem;align-content:start}
.summary .meta{color:var(--on-pine-2)}.summary a{color:var(--on-pine)}
.summary .sum{font:400 clamp(2.25rem,1.7rem + 2vw,3.25rem)/1.05 "Source Serif 4",Georgia,serif;letter-spacing:-0.02em;font-variant-numeric:tabular-nums}
.summary ul{list-style:none;margin:0;padding:1rem 0 0;border-top:1px solid oklch(1 0 0 / 0.16);display:grid;gap:0.75rem}
.summary li{display:grid;grid-template-columns:minmax(0,1fr) max-content;gap:0.25rem 1rem}
.summary li .meta{grid-column:1 / -1}
.work{padding:clamp(1.5rem,1rem + 4vw,5rem) clamp(1rem,0.4rem + 4vw,5rem)}
.work>div{max-width:26rem;display:grid;gap:1.25rem}
.narrow{min-height:100vh;display:grid;place-items:center;padding:1.5rem}.narrow .card{width:min(100%,30rem);display:grid;gap:1.25rem}
.column{max-width:36rem;margin:0 auto;padding:clamp(1.5rem,1rem + 3vw,4rem) 1rem;display:grid;gap:1.5rem}
.brand{font:400 1.375rem/1 "Source Serif 4",Georgia,serif;margin:0}
details{border-top:1px solid var(--line);padding-top:1rem}summary{cursor:pointer;color:var(--accent-ink);font-weight:500;min-height:1.75rem}
.cards{list-style:none;margin:0.5rem 0 0;padding:0;display:grid}
.cards button{width:100%;display:flex;flex-wrap:wrap;justify-content:space-between;gap:0.125rem 1rem;padding:0.625rem 0.5rem;border:0;border-radius:0.375rem;background:none;color:inherit;font:inherit;text-align:left;cursor:pointer;font-variant-numeric:tabular-nums}
.cards button:hover{background:var(--tint)}
table{border-collapse:collapse;width:100%}td,th{padding:0.5rem 0;border-top:1px solid var(--line);text-align:left;font-weight:400}td:last-child{text-align:right}
@media (max-width:52rem){.sheet{grid-template-columns:1fr;align-content:start}.summary{justify-content:flex-start;padding-block:1.5rem}.summary>div{max-width:none;gap:0.75rem}.work>div{max-width:none}}
`;

/** The frame of every hosted page. */
export function pageLayout(locale: PageLocale, title: string, body: Html): Html {
  return html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} · Consilia</title><style>${trusted(themeCss + css)}</style></head><body>${body}</body></html>`;
}

type Field = {
  id: string;
  label: string;
  value: string;
  problem: string | undefined;
  autocomplete: string;
  type?: 'text' | 'email' | 'date';
  inputmode?: 'numeric' | 'text';
  placeholder?: string;
};

/** A labelled input with its error sentence tied to it. */
export function field(input: Field): Html {
  const problemId = `${input.id}-problem`;
  const invalid =
    input.problem === undefined ? '' : trusted(`aria-invalid="true" aria-describedby="${problemId}"`);
  return html`<div class="field"><label for="${input.id}">${input.label}</label>
<input id="${input.id}" name="${input.id}" type="${input.type ?? 'text'}" value="${input.value}" autocomplete="${input.autocomplete}" inputmode="${input.inputmode ?? 'text'}" placeholder="${input.placeholder ?? ''}" ${invalid}>
${input.problem !== undefined && html`<p class="problem" id="${problemId}">${input.problem}</p>`}</div>`;
}
