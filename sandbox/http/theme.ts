/** The look the sandbox pages share: the product's colours and faces, without its components. */
export const themeCss = `
@font-face{font-family:"Inter";font-weight:100 900;font-display:swap;src:url("/_assets/inter-latin-wght-normal.woff2") format("woff2");unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212}
@font-face{font-family:"Inter";font-weight:100 900;font-display:swap;src:url("/_assets/inter-cyrillic-wght-normal.woff2") format("woff2");unicode-range:U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116}
@font-face{font-family:"Source Serif 4";font-weight:200 900;font-display:swap;src:url("/_assets/source-serif-4-latin-opsz-normal.woff2") format("woff2");unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122}
@font-face{font-family:"Source Serif 4";font-weight:200 900;font-display:swap;src:url("/_assets/source-serif-4-cyrillic-opsz-normal.woff2") format("woff2");unicode-range:U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116}
:root{color-scheme:light;
--paper:oklch(0.981 0.009 84);--surface:oklch(0.995 0.004 84);--sunken:oklch(0.958 0.013 82);--tint:oklch(0.935 0.018 80);
--line:oklch(0.898 0.016 80);--line-strong:oklch(0.640 0.022 78);
--ink:oklch(0.245 0.024 215);--ink-2:oklch(0.405 0.022 212);--ink-3:oklch(0.500 0.020 208);
--accent:oklch(0.425 0.075 181);--accent-hover:oklch(0.370 0.068 183);--on-accent:oklch(0.990 0.008 84);
--accent-ink:oklch(0.395 0.073 182);--accent-soft:oklch(0.936 0.021 172);
--pine:oklch(0.315 0.054 185);--on-pine:oklch(0.965 0.016 88);--on-pine-2:oklch(0.840 0.034 165);
--warm-ink:oklch(0.470 0.115 42);--warm-soft:oklch(0.946 0.036 66);--warm-line:oklch(0.840 0.075 60);
--danger:oklch(0.520 0.175 25);--danger-soft:oklch(0.950 0.026 22);--focus:oklch(0.480 0.130 235)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 0.9375rem/1.5rem "Inter","Segoe UI",system-ui,sans-serif;-webkit-text-size-adjust:100%}
h1,h2{font-family:"Source Serif 4",Georgia,serif;font-weight:400;line-height:1.15;letter-spacing:-0.014em;text-wrap:balance;margin:0}
h1{font-size:clamp(1.625rem,1.42rem + 0.92vw,2.25rem)}h2{font-size:1.375rem}
a{color:var(--accent-ink);text-underline-offset:0.2em}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.tnum{font-variant-numeric:tabular-nums}
.meta{color:var(--ink-3);font-size:0.8125rem;line-height:1.25rem}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;padding:0 1.25rem;border:0;border-radius:0.625rem;background:var(--accent);color:var(--on-accent);font:500 0.9375rem/1.2 "Inter",system-ui,sans-serif;cursor:pointer;text-decoration:none}
.button:hover{background:var(--accent-hover)}
.button.wide{width:100%;min-height:3.25rem;font-size:1.0625rem}
.button.quiet{background:none;color:var(--accent-ink);box-shadow:inset 0 0 0 1px var(--line-strong)}
.button.quiet:hover{background:var(--tint)}
.field{display:grid;gap:0.375rem;min-width:0}
.field label{font-weight:500;font-size:0.8125rem;line-height:1.25rem}
.field input,.field select{width:100%;height:2.75rem;padding:0 0.75rem;border:1px solid var(--line-strong);border-radius:0.625rem;background:var(--surface);color:var(--ink);font:400 1rem/1.5 "Inter",system-ui,sans-serif}
.field input[aria-invalid=true]{border-color:var(--danger);box-shadow:0 0 0 1px var(--danger)}
.problem{color:var(--danger);font-size:0.8125rem;line-height:1.25rem;margin:0}
.notice{border-radius:0.625rem;padding:0.75rem 1rem;background:var(--warm-soft);color:var(--warm-ink);border:1px solid var(--warm-line);font-size:0.875rem}
.notice.bad{background:var(--danger-soft);color:var(--danger);border-color:currentColor}
.stack{display:grid;gap:1rem}.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
.card{background:var(--surface);border:1px solid var(--line);border-radius:1.25rem;padding:clamp(1.25rem,1rem + 2vw,2rem)}
`;
