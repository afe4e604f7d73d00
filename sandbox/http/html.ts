/** Markup that is already safe to send. */
export type Html = { readonly markup: string };

type Part = string | number | Html | readonly Html[] | false | null | undefined;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function renderPart(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map((item) => item.markup).join('');
}

/** Template tag: every interpolated text is escaped, nested `html` values are not. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return {
    markup: strings.reduce((text, piece, index) => text + renderPart(parts[index - 1]) + piece),
  };
}

/** Marks a constant of ours (a style sheet) as markup. Never for foreign text. */
export function trusted(markup: string): Html {
  return { markup };
}
