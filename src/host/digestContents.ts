import * as vscode from 'vscode';
import type { Occurrence } from '../core/paper.js';
import type { Content, EntrySource, LargeFile } from '../worker/protocol.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** Of a file that is too large to be read, the entries tell which bytes are theirs. */
export async function contentOf(
  files: WorkspaceFiles,
  uri: vscode.Uri,
): Promise<Content | LargeFile | undefined> {
  const read = await files.read(uri);
  if (read.kind === 'content') return read.content;
  return read.kind === 'tooLarge' && uri.scheme === 'file' ? { file: uri.fsPath } : undefined;
}

/** The contents of some digests; those that cannot be read are missing. */
export async function contentsOf(
  files: WorkspaceFiles,
  uris: Iterable<string>,
): Promise<ReadonlyMap<string, Content | LargeFile>> {
  const contents = new Map<string, Content | LargeFile>();
  await Promise.all(
    Array.from(uris, async (uri) => {
      const content = await contentOf(files, vscode.Uri.parse(uri));
      if (content !== undefined) contents.set(uri, content);
    }),
  );
  return contents;
}

/** The place with its file: one, or none when that could not be read. */
export function sourceIn(
  contents: ReadonlyMap<string, Content | LargeFile>,
  place: Occurrence,
): readonly EntrySource[] {
  const content = contents.get(place.uri);
  return content === undefined ? [] : [{ ...place, content }];
}
