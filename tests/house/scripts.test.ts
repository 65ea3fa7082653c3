import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const WEB = fileURLToPath(new URL('../../web/', import.meta.url));
const ISLAND = join('ui', 'island.tsx');

/** What no text for people has in it. */
const LOOKS_LIKE_SCRIPT =
  /\b(document|window|navigator)\.\w|\bfunction\s*\w*\(|=>|\b(addEventListener|querySelector|getElementById)\b|<script/;

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isJsxText(node);

/** An element of HTML, not a component. */
const isElement = (node: ts.Node): node is ts.JsxOpeningLikeElement =>
  ts.isJsxOpeningLikeElement(node) && /^[a-z]/.test(node.tagName.getText());

/** Every place where a page's source holds a script itself: in a text, as an element, as a handler in HTML. */
const scriptsIn = (name: string, source: string): string[] => {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (isText(node) && LOOKS_LIKE_SCRIPT.test(node.text)) found.push(`text ${node.text.slice(0, 60)}`);
    if (isElement(node)) {
      if (node.tagName.getText() === 'script') found.push('element script');
      for (const attribute of node.attributes.properties)
        if (attribute.name && /^on[a-z]/i.test(attribute.name.getText()))
          found.push(`handler ${attribute.name.getText()}`);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true));
  return found;
};

describe('scripts for browsers', () => {
  test('stand in web/islands as typed files; only the island component makes a script element', () => {
    const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f));
    const found = files.flatMap((file) =>
      scriptsIn(file, readFileSync(join(WEB, file), 'utf8')).map((what) => `${file}: ${what}`),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(new Set(found)).toEqual(new Set([`${ISLAND}: element script`]));
  });

  test.each([
    ['a literal', 'const s = "document.title";'],
    ['a template', 'const s = `(function(){})()`;'],
    ['a template with a value', ['const s = `', '{1}.forEach(b=>b)`;'].join('$')],
    ['an element', 'const s = <script>{raw(x)}</script>;'],
    ['HTML in a text', "const s = html('<script src=x>');"],
    ['a handler', 'const s = <button onclick="print()">In</button>;'],
  ])('are found as %s', (_where, source) => {
    expect(scriptsIn('page.tsx', source)).not.toEqual([]);
  });

  test('are not seen in code and in texts for people', () => {
    const source = 'const s = <Row one={() => window.print()}>Xem tài liệu (document) hoặc function</Row>;';
    expect(scriptsIn('page.tsx', source)).toEqual([]);
  });
});
