import type { Graph, Thing } from 'schema-dts';

/** What machines read of a page: one graph. `<` is escaped, so that no text of anybody ends the script. */
export function JsonLd({ graph }: { graph: readonly Thing[] }) {
  const data: Graph = { '@context': 'https://schema.org', '@graph': graph };
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
