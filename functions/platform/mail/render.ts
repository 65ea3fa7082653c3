import { dialPhone, showPhone } from '../text/phone';
import type { Settings } from '../world/settings';
import type { Message, MessageBlock } from './message';

/** Greeting, contact and signature of every message. */
const greeting = (message: Message) => `Kính gửi: ${message.to}`;
const closing = 'Trân trọng.';
const ask = (message: Message) => `Cần hỏi thêm, vui lòng gọi ${message.contact.name}:`;
const STOP = 'Ngừng nhận thư báo qua email (chúng tôi sẽ báo qua điện thoại)';

type Department = Settings['department'];

const textBlock = (block: MessageBlock): string => {
  if (typeof block === 'string') return block;
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  if ('quote' in block) return block.quote;
  if ('written' in block) return block.written;
  if ('code' in block) return `${block.label}: ${block.code}`;
  return `${block.label}:\n${block.link}`;
};

/** What a message says and the number to call about it, as plain text: without greeting and signature. */
export const bodyLines = (message: Message): string[] => [
  ...message.body.map(textBlock),
  `${ask(message)} ${showPhone(message.contact.phone)}.`,
];

/** @param stop the link that unsubscribes the reader */
export const toText = (message: Message, department: Department, stop?: string): string =>
  `${[
    greeting(message),
    ...bodyLines(message),
    `${closing}\n${department.name}`,
    ...(stop ? [`--\n${STOP}:\n${stop}`] : []),
  ].join('\n\n')}\n`;

const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!,
  );

/** Line breaks are kept; HTML that a person typed is escaped. */
const words = (text: string) => escapeHtml(text).replace(/\n/g, '<br>');

/** An address as people write it in a sentence: the full stop behind it is not part of it. */
const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/g;
const LINK = 'color:#0b5d4e;font-weight:bold;word-break:break-all';

/** A text whose addresses are links. */
const linked = (text: string): string => {
  let html = '';
  let at = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const href = escapeHtml(address);
    html += `${words(text.slice(at, index))}<a href="${href}" style="${LINK}">${href}</a>`;
    at = index + address.length;
  }
  return html + words(text.slice(at));
};

const P = 'margin:0 0 16px';
const htmlBlock = (block: MessageBlock): string => {
  if (typeof block === 'string') return `<p style="${P}">${words(block)}</p>`;
  if ('facts' in block)
    return `<dl style="margin:0 0 16px">${block.facts
      .map(
        ([label, value]) =>
          `<dt style="font-weight:bold">${words(label)}</dt><dd style="margin:0 0 8px">${words(value)}</dd>`,
      )
      .join('')}</dl>`;
  if ('quote' in block)
    return `<blockquote style="margin:0 0 16px;padding:0 0 0 14px;border-left:4px solid #0b5d4e">${words(block.quote)}</blockquote>`;
  if ('written' in block) return `<p style="${P}">${linked(block.written)}</p>`;
  if ('code' in block)
    return `<p style="${P}">${words(block.label)}:<br><strong class="code" style="font-size:26px;letter-spacing:2px;white-space:nowrap">${words(block.code)}</strong></p>`;
  const href = escapeHtml(block.link);
  return `<p style="${P}">${words(block.label)}:<br><a href="${href}" style="${LINK}">${href}</a></p>`;
};

/** One column without tables, styled in place; a reader's night mode turns the colours. */
export const toHtml = (message: Message, department: Department, stop?: string): string => {
  const call = `<a href="tel:${escapeHtml(dialPhone(message.contact.phone))}" style="color:#0b5d4e;white-space:nowrap">${escapeHtml(showPhone(message.contact.phone))}</a>`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(message.subject)}</title>
<style>@media (prefers-color-scheme:dark){body,.sheet{background:#14201c!important;color:#e9f1ed!important}a{color:#7fd1bd!important}}</style></head>
<body style="margin:0;background:#fdfcf8;color:#17211e;font:17px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif">
<div style="background:#07413a;color:#ffffff;padding:14px 20px"><div style="max-width:600px;margin:0 auto"><strong style="font-size:19px">Nhịp Cầu</strong><br>${words(department.name)}</div></div>
<div class="sheet" style="max-width:600px;margin:0 auto;padding:24px 20px">
<h1 style="font-size:21px;line-height:1.35;margin:0 0 16px">${words(message.subject)}</h1>
<p style="${P}">${words(greeting(message))}</p>
${message.body.map(htmlBlock).join('\n')}
<p style="${P}">${words(ask(message))} ${call}.</p>
<p style="${P}">${words(closing)}<br>${words(department.name)}</p>
${stop ? `<p style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid #8aa39a;font-size:14px"><a href="${escapeHtml(stop)}" style="color:#0b5d4e">${STOP}</a></p>` : ''}
</div></body></html>
`;
};
