import * as vscode from 'vscode';
import type { Occurrence } from '../core/paper.js';
import type { Content, EntrySource } from '../worker/protocol.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** The contents of some digests; those that cannot be read are missing. */
export async function contentsOf(
  files: WorkspaceFiles,
  uris: Iterable<string>,
): Promise<ReadonlyMap<string, Content>> {
  const contents = new Map<string, Content>();
  await Promise.all(
    Array.from(uris, async (uri) => {
      const read = await files.read(vscode.Uri.parse(uri));
      if (read.kind === 'content') contents.set(uri, read.content);
    }),
  );
  return contents;
}

/** The place with its file: one, or none when that could not be read. */
export function sourceIn(
  contents: ReadonlyMap<string, Content>,
  place: Occurrence,
): readonly EntrySource[] {
  const content = contents.get(place.uri);
  return content === undefined ? [] : [{ ...place, content }];
}
