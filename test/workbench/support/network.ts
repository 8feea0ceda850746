/**
 * Whether an address leads no further than to this machine: to the server of the tests, or to the
 * host by which webviews name an extension's files, whose requests a service worker answers from
 * that server (https://code.visualstudio.com/api/extension-guides/webview).
 */
export function isLocal(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  return (
    protocol === 'data:' ||
    protocol === 'blob:' ||
    hostname === '127.0.0.1' ||
    hostname.endsWith('.vscode-resource.vscode-cdn.net')
  );
}
