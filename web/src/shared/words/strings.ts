// Finds words that people would see and that stand in the code instead of a catalogue.

import ts from 'typescript';

/** Members whose text is shown or read out. */
const SEEN = new Set(['title', 'label', 'placeholder', 'alt', 'hint', 'wrong', 'text', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'summary', 'caption', 'message']);
const LETTERS = /\p{L}/u;

/** Each finding as `line: text`. */
export function stringsOutside(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const report = (node: ts.Node, text: string) => {
    if (!LETTERS.test(text)) return;
    found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`);
  };

  /** The texts an expression may come to; a call's arguments are not among them. */
  const texts = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) report(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      report(node, node.head.text + node.templateSpans.map((span) => span.literal.text).join(' '));
      for (const span of node.templateSpans) texts(span.expression);
    } else if (ts.isConditionalExpression(node)) {
      texts(node.whenTrue);
      texts(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      const compares = node.operatorToken.kind >= ts.SyntaxKind.LessThanToken && node.operatorToken.kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken;
      if (compares) return;
      if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) texts(node.left);
      texts(node.right);
    } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node)) texts(node.expression);
    else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(texts);
  };

  const walk = (node: ts.Node): void => {
    if (ts.isJsxText(node)) report(node, node.text);
    else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) texts(node.expression);
    else if (ts.isJsxAttribute(node) && node.initializer && SEEN.has(node.name.getText())) {
      texts(ts.isJsxExpression(node.initializer) && node.initializer.expression ? node.initializer.expression : node.initializer);
    } else if (ts.isPropertyAssignment(node) && SEEN.has(node.name.getText().replace(/['"]/g, ''))) texts(node.initializer);
    else if (ts.isCallExpression(node) && /^(toast|alert|confirm|prompt)$/.test(node.expression.getText()) && node.arguments[0]) texts(node.arguments[0]);
    else if (ts.isBinaryExpression(node) && /\.(textContent|innerText|innerHTML|title)$/.test(node.left.getText()) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) texts(node.right);
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}
