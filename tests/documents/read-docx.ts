import { unzip } from './unzip';

/** A Word file as a reader sees it: lengths in millimetres, sizes in points. */
export const readDocx = (docx: Uint8Array) => {
  const files = unzip(docx);
  const body = files['word/document.xml']!;
  const words = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('');
  const paragraphs = [...body.matchAll(/<w:p>.*?<\/w:p>/g)].map(([xml]) => ({
    text: words(xml).replaceAll('\u00a0', ' '),
    bold: xml.includes('<w:b/>'),
    italics: xml.includes('<w:i/>'),
    align: /<w:jc w:val="(\w+)"/.exec(xml)?.[1],
    firstLine: Number(/w:firstLine="(\d+)"/.exec(xml)?.[1] ?? 0) / 566.93,
    size: Number(/<w:sz w:val="(\d+)"/.exec(xml)?.[1] ?? 0) / 2,
    outline: /<w:outlineLvl w:val="(\d)"/.exec(xml)?.[1],
    /** A rule is an empty paragraph with a line above it; its width without the indents, in millimetres. */
    indent: Number(/<w:ind w:left="(\d+)" w:right="\d+"/.exec(xml)?.[1] ?? 0) / 56.693,
    isRule: xml.includes('<w:pBdr>'),
  }));
  const sections = [...body.matchAll(/<w:sectPr.*?<\/w:sectPr>/g)].map(([xml]) => {
    const mm = (element: string, side: string) =>
      Number(new RegExp(`<w:${element}[^>]* w:${side}="(\\d+)"`).exec(xml)?.[1]) / 56.693;
    return {
      width: mm('pgSz', 'w'),
      height: mm('pgSz', 'h'),
      landscape: xml.includes('w:orient="landscape"'),
      margins: Object.fromEntries(
        ['top', 'bottom', 'left', 'right', 'header'].map((side) => [side, mm('pgMar', side)]),
      ) as Record<'top' | 'bottom' | 'left' | 'right' | 'header', number>,
      firstPageDiffers: xml.includes('<w:titlePg/>'),
      pagesFrom: /<w:pgNumType w:start="(\d+)"/.exec(xml)?.[1],
      /** The header of the pages after the first, and that of the first. */
      header: headerOf(files, xml, 'default'),
      firstHeader: headerOf(files, xml, 'first'),
    };
  });
  return {
    paragraphs,
    sections,
    styles: files['word/styles.xml']!,
    body,
    /** What stands at the foot of the first page of the document. */
    footer: words(
      files[Object.keys(files).find((name) => /footer\d+\.xml$/.test(name) && words(files[name]!))!] ?? '',
    ).replaceAll('\u00a0', ' '),
    texts: paragraphs.map(({ text }) => text).filter(Boolean),
    /** The first paragraph that has these words. */
    find: (text: string) => {
      const found = paragraphs.find((p) => p.text.includes(text));
      if (!found) throw new Error(`No paragraph has “${text}”`);
      return found;
    },
  };
};

const headerOf = (files: Record<string, string>, section: string, type: 'default' | 'first'): string => {
  const reference = [...section.matchAll(/<w:headerReference[^>]*>/g)]
    .map(([xml]) => xml)
    .find((xml) => xml.includes(`w:type="${type}"`));
  const id = /r:id="([^"]+)"/.exec(reference ?? '')?.[1];
  const relations = [...files['word/_rels/document.xml.rels']!.matchAll(/<Relationship [^>]*>/g)];
  const target = relations.map(([xml]) => xml).find((xml) => xml.includes(`Id="${id}"`));
  return files[`word/${/Target="([^"]+)"/.exec(target ?? '')?.[1]}`] ?? '';
};
