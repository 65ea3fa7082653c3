import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesBelow, ROOT } from './code-figures';

/** A text as pages and mails say it: words, and between them what is filled in. */
type Piece = string | ts.Expression;

/** What is counted: a number before one of these words is a count. */
const COUNTED =
  'người|chỗ|ghế|nơi|dòng|cột|đơn vị|cơ quan|thư|giấy mời|lớp|buổi|mẫu|mục|ký tự|cuộc gọi|đại biểu|chỉ tiêu|đăng ký|tài khoản|bản nháp|cách ghi|ngày|phút|giờ|năm|việc|nhận lời|không tham dự|chưa trả lời|trả lời|chưa gửi|trên|people|person|rows?|columns?|places?|seats?|days?|items|characters|events?|templates|recipients|waiting|left|more|named|of';
const BEFORE_COUNTED = new RegExp(`^\\s*(${COUNTED})(?![\\p{L}\\p{N}])`, 'iu');
/** After these words a number is a count too. */
const AFTER_WORDS =
  /(?:^|[\s(])(còn|trên|cả|tổng cộng|tổng|nhiều nhất|ít nhất|nhiều nhất là|ít nhất là|at most|at least|more than)\s+$/iu;
/** These numbers name one thing: they are not grouped. */
const NAMES_ONE = /(thứ|ngày|tháng|năm|lần|số|trang|dòng|mã|buổi)\s+$/iu;

const GIVES_NUMBER = /^(sum|count|Number|Math\.\w+)$|\.reduce$/;
/** Names of what holds words. */
const WORDS = /(title|subject|caption|name|label|words)$/i;

/** Whether what is filled in may be a number that no formatter wrote. */
const mayBeBare = (e: ts.Expression): boolean => {
  if (ts.isParenthesizedExpression(e) || ts.isNonNullExpression(e)) return mayBeBare(e.expression);
  if (ts.isNumericLiteral(e)) return true;
  if (ts.isIdentifier(e) || ts.isPropertyAccessExpression(e)) return !WORDS.test(e.getText());
  if (ts.isBinaryExpression(e))
    return e.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
      ? false
      : mayBeBare(e.left) && mayBeBare(e.right);
  // Other calls give words: what a formatter wrote, or a sentence.
  return ts.isCallExpression(e) && GIVES_NUMBER.test(e.expression.getText());
};

const piecesOf = (node: ts.Node): Piece[] => {
  if (ts.isJsxText(node)) return [node.text];
  if (ts.isJsxElement(node) || ts.isJsxFragment(node)) return node.children.flatMap(piecesOf);
  if (ts.isJsxExpression(node) && node.expression)
    return ts.isStringLiteral(node.expression) ? [node.expression.text] : [node.expression];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.flatMap((s) => [s.expression, s.literal.text])];
  return [];
};

/** Words right before or after a place of a text; an expression there ends them. */
const wordsAt = (pieces: readonly Piece[], from: number, step: 1 | -1): string => {
  let words = '';
  for (let i = from; typeof pieces[i] === 'string'; i += step)
    words = step > 0 ? words + pieces[i] : pieces[i] + words;
  return words;
};

/** Numbers of a source file that a text counts with and that no formatter wrote, as `path:line expression`. */
export const bareCountsIn = (path: string, source: string): string[] => {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const pieces = piecesOf(node);
    pieces.forEach((piece, i) => {
      if (typeof piece === 'string' || !mayBeBare(piece)) return;
      const before = wordsAt(pieces, i - 1, -1);
      if (NAMES_ONE.test(before)) return;
      if (!BEFORE_COUNTED.test(wordsAt(pieces, i + 1, 1)) && !AFTER_WORDS.test(before)) return;
      const { line } = file.getLineAndCharacterOfPosition(piece.getStart());
      found.set(piece.getStart(), `${path}:${line + 1} ${piece.getText()}`);
    });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found.values()];
};

/** The same of every file that speaks to people. */
export const bareCounts = (root = ROOT): string[] =>
  ['web', 'functions/notices', 'functions/events/letters', 'functions/events/invitations']
    .flatMap((folder) => filesBelow(folder, root))
    .filter((path) => !path.startsWith('web/reference/'))
    .flatMap((path) => bareCountsIn(path, readFileSync(join(root, path), 'utf8')));
