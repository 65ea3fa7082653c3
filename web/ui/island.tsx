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
  /** Takes words along to Zalo: the button appears only where the browser lets a page copy. */
  copy: `navigator.clipboard&&[].forEach.call(document.querySelectorAll("[data-copy]"),function(b){b.hidden=false;b.onclick=function(){navigator.clipboard.writeText(document.getElementById(b.dataset.copy).value).then(function(){b.firstChild.data=b.dataset.done})}})`,
  /** Makes a passkey, or signs in by one: the button appears only where the browser can. */
  passkey: `(function(){if(!window.PublicKeyCredential)return;function b(s){return Uint8Array.from(atob(s.replace(/-/g,"+").replace(/_/g,"/")),function(c){return c.charCodeAt(0)})}function t(a){return btoa(String.fromCharCode.apply(null,new Uint8Array(a))).replace(/\\+/g,"-").replace(/\\//g,"_").replace(/=+$/,"")}[].forEach.call(document.querySelectorAll("form[data-passkey]"),function(f){var m=f.dataset.passkey==="create",w=f.querySelector("[role=alert]"),k=f.querySelector("button");f.hidden=false;k.onclick=function(){k.disabled=true;w.hidden=true;fetch(f.dataset.ask,{method:"POST"}).then(function(r){if(!r.ok)throw r;return r.json()}).then(function(o){o.challenge=b(o.challenge);if(m)o.user.id=b(o.user.id);(o.excludeCredentials||o.allowCredentials||[]).forEach(function(c){c.id=b(c.id)});return navigator.credentials[m?"create":"get"]({publicKey:o})}).then(function(c){var r=c.response,x={clientDataJSON:t(r.clientDataJSON)};if(m){x.attestationObject=t(r.attestationObject);x.transports=r.getTransports?r.getTransports():[]}else{x.authenticatorData=t(r.authenticatorData);x.signature=t(r.signature);if(r.userHandle)x.userHandle=t(r.userHandle)}f.elements.credential.value=JSON.stringify({id:c.id,rawId:t(c.rawId),type:c.type,clientExtensionResults:{},response:x});f.submit()}).catch(function(){k.disabled=false;w.hidden=false})}})})()`,
  /** Takes a failed form to its error summary, and guards a sent one against a second tap. */
  form: `(function(){var e=document.getElementById("loi");if(e)e.focus();document.addEventListener("submit",function(v){var f=v.target;if(f.method!=="post")return;if(f.dataset.sent)v.preventDefault();f.dataset.sent=1;setTimeout(function(){delete f.dataset.sent},8000)})})()`,
} as const;

export const islandHashes = Object.values(islands).map(
  (source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`,
);

export const Island: FC<{ name: keyof typeof islands }> = ({ name }) => <script>{raw(islands[name])}</script>;
