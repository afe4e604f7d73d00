/** With `turbopackModuleType: 'asset'` a font file is imported as the address it is served from. */
declare module '*.woff2' {
  const address: string;
  export default address;
}
