/**
 * Runs in the head before anything is painted: sets the theme that was chosen, or the one of the
 * system, and lets every `[data-theme-toggle]` switch it. Constant, so that its hash can stand in
 * the content security policy.
 */
export const themeScript = `(()=>{const root=document.documentElement,dark=matchMedia('(prefers-color-scheme: dark)');let chosen;try{chosen=localStorage.getItem('theme')}catch{}const apply=()=>{root.dataset.theme=chosen==='dark'||chosen==='light'?chosen:dark.matches?'dark':'light'};apply();dark.addEventListener('change',apply);addEventListener('click',(event)=>{if(!(event.target instanceof Element)||!event.target.closest('[data-theme-toggle]'))return;chosen=root.dataset.theme==='dark'?'light':'dark';apply();try{localStorage.setItem('theme',chosen)}catch{}})})()`;
