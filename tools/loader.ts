/**
 * How the page comes alive: what is read comes first. Script, data and the styles of what only a script shows are asked for
 * once the first picture is painted, so that they take nothing from it, and not at all where no script runs. Whoever comes by
 * an address waits for what it says: for them they are asked for at once. A page nobody looks at is not painted.
 */

/** What it is about: `href`s are relative to the page. */
export const links = (script: string, data: string, later: string) =>
	`<link id="script" href="${script}"><link id="data" as="fetch" href="${data}" crossorigin><link id="later" as="style" href="${later}">`;

/** For a script in the head, after the links. An element with an id is a variable of its name. */
export const loader =
	`{let a=()=>[script,data,later].map(k=>k.rel=k.as?'preload':'modulepreload'),n=location.search,` +
	// A script that cannot be had ends as any other failure does, in the first script of the page.
	`s=()=>{n||a();n=1;import(script.href).catch(()=>dispatchEvent(new Event('error')))};n&&a();` +
	`addEventListener('DOMContentLoaded',()=>n||document.hidden?s():new PerformanceObserver(s).observe({type:'paint',buffered:true}))}`;
