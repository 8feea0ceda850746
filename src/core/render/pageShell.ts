import { escapeHtml } from './escapeHtml.js';

/** What an empty page needs from the host. URIs are those of `webview.asWebviewUri`. */
export interface PageShell {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Fresh for each page: at least 16 random bytes, in base64 or hex. */
  readonly nonce: string;
  readonly scriptUri: string;
  /** KaTeX's style sheet first, the page's own after it. */
  readonly styleUris: readonly string[];
  /** VS Code's display language, such as `de`. */
  readonly lang: string;
  readonly title: string;
}

/**
 * A page without a paper in it. Nothing may load but the one script with the nonce, the extension's
 * own style sheets and KaTeX's fonts; there is no image, no frame, no connection, no form.
 *
 * `style-src-attr 'unsafe-inline'` is there for KaTeX, which places the parts of a formula by inline
 * `style` attributes. It allows attributes only: a `<style>` element stays forbidden, and no attribute
 * of a digest's own ever gets into the page (`renderPaper`).
 * @param body safe HTML
 */
export function pageShell(shell: PageShell, body: string): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${shell.nonce}'`,
    `style-src ${shell.cspSource}`,
    "style-src-attr 'unsafe-inline'",
    `font-src ${shell.cspSource}`,
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const styles = shell.styleUris.map((uri) => `<link rel="stylesheet" href="${escapeHtml(uri)}">`);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(shell.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(shell.title)}</title>
${styles.join('\n')}
</head>
<body>
${body}
<script nonce="${escapeHtml(shell.nonce)}" src="${escapeHtml(shell.scriptUri)}"></script>
</body>
</html>
`;
}
