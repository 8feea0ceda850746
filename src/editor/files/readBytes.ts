import * as vscode from 'vscode';

/**
 * The bytes of a file that `fileStat` has just told to be a regular one of bearable size: a pipe would
 * never be read to its end, nor would a device.
 */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(uri);
}
