import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';

/**
 * The few lines of JavaScript that make a page handier, inline, since a request would cost more than they
 * do. Every page works without them. The content security policy lets in exactly these, by their hash.
 */
export const islands = {
  /** Shows only the communes of the chosen district. Options are taken out: some browsers ignore `hidden`. */
  communes: `(function(){var d=document.getElementById("o-districtId"),c=document.getElementById("o-communeId");if(!d||!c)return;var g=[].slice.call(c.querySelectorAll("optgroup"));function f(){var o=d.options[d.selectedIndex],v=c.value;g.forEach(function(e){if(e.parentNode)c.removeChild(e);if(!d.value||e.label===o.text)c.appendChild(e)});c.value=v;if(c.selectedIndex<0)c.selectedIndex=0}d.onchange=f;c.onchange=function(){var e=c.options[c.selectedIndex].parentNode;if(!d.value&&e.label){[].forEach.call(d.options,function(o){if(o.text===e.label)d.value=o.value});f()}};f()})()`,
  /** Printing needs a script, so its button appears only with one. */
  print: `[].forEach.call(document.querySelectorAll("[data-print]"),function(b){b.hidden=false;b.onclick=function(){window.print()}})`,
  /** Takes a failed form to its error summary, and guards a sent one against a second tap. */
  form: `(function(){var e=document.getElementById("loi");if(e)e.focus();document.addEventListener("submit",function(v){var f=v.target;if(f.method!=="post")return;if(f.dataset.sent)v.preventDefault();f.dataset.sent=1;setTimeout(function(){delete f.dataset.sent},8000)})})()`,
} as const;

export const islandHashes = Object.values(islands).map(
  (source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`,
);

export const Island: FC<{ name: keyof typeof islands }> = ({ name }) => <script>{raw(islands[name])}</script>;
