// When the scripts of a static page are loaded, and what stands in for them. Plain JavaScript, as the page cache.

/** Carried by what only works with script: the panel of free times. */
const needsScript = /\sdata-needs-script(?:=|\s|>)/;

const external = /<script src="(\/_next\/static\/[^"]+)"([^>]*)><\/script>/g;
const preload = /<link rel="preload"[^>]* as="script"[^>]*>/g;
/** What the framework's scripts would read: the tree of the page once more, as data, and which of them begin. */
const data = /<script\b[^>]*>\(?(?:self\.__next_f\b|globalThis\["TURBOPACK"\])[\s\S]*?<\/script>/g;

/**
 * For a page on which nothing needs the framework: keeps the browser's zone for pages made on the server, before the
 * reader goes on to one (asking for it costs a browser some 40 ms the first time), and completes the header for whoever
 * is signed in.
 */
const alone = `(()=>{const keep=()=>{document.cookie='zone='+Intl.DateTimeFormat().resolvedOptions().timeZone+'; path=/; max-age=31536000; samesite=lax'};for(const type of ['pointerdown','keydown'])addEventListener(type,keep,{once:true,capture:true});const places=[...document.querySelectorAll('[data-session]')];if(places[0])fetch(places[0].dataset.session,{credentials:'same-origin'}).then((answer)=>answer.status===200?answer.json():null).then((account)=>{if(account)for(const place of places){const link=document.createElement('a');link.href=account.href;link.title=account.name;link.className=place.dataset.look;link.textContent=place.dataset.label;place.replaceChildren(link)}}).catch(()=>{})})()`;

/** Loads the scripts that were put off once what needs them comes near, or the reader does anything. */
const later = `(()=>{let isBegun=false;const begin=()=>{if(isBegun)return;isBegun=true;for(const old of document.querySelectorAll('script[data-later]')){const script=document.createElement('script');if(old.id)script.id=old.id;script.src=old.dataset.later;old.replaceWith(script)}};const near=new IntersectionObserver((entries)=>{if(entries.some((entry)=>entry.isIntersecting))begin()});for(const place of document.querySelectorAll('[data-needs-script]'))near.observe(place);for(const type of ['pointerover','pointerdown','touchstart','keydown','focusin','scroll'])addEventListener(type,begin,{once:true,passive:true,capture:true})})()`;

/**
 * A finished page whose scripts do not stand in its way: where nothing needs them they are left out, and the page is
 * as light as it looks; elsewhere they come when they are needed. Pages are plain links and forms (docs/decisions), so
 * nothing is missing until then.
 * @param {string} html
 * @returns {string}
 */
export function easeScripts(html) {
  if (!html.includes('</body>')) return html;
  if (!needsScript.test(html))
    return close(html.replace(external, '').replace(preload, '').replace(data, ''), alone);
  const put = html
    .replace(preload, '')
    .replace(external, (tag, address, attributes) =>
      /nomodule/i.test(attributes) ? tag : `<script data-later="${address}"${attributes}></script>`,
    );
  return close(put, later);
}

/**
 * @param {string} html
 * @param {string} script
 */
function close(html, script) {
  const end = html.lastIndexOf('</body>');
  return `${html.slice(0, end)}<script>${script}</script>${html.slice(end)}`;
}
