import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, sampleLibrary } from '../../vscode/paths.mjs';
import { startServer } from '../../vscode/server.mjs';
import { restrictedSettings, testSettings } from '../../vscode/settings.mjs';
import { makeTemporaryFolder } from '../../vscode/temporaryFolder.mjs';
import { selectedVersion } from '../../vscode/versions.mjs';
import { openPage, workbenchUrl } from '../../vscode/workbenchPage.mjs';
import { Workbench } from './workbench.js';

export interface WorkbenchOptions {
  /**
   * Folders that the window opens, as copies that tests may change: the sample library when absent,
   * several as a workspace, none as an empty window.
   */
  readonly folders?: readonly string[];
  /** Written into the (first) copy before it is opened: text or bytes by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Does more to the (first) copy: `beside` is a folder beside it, which goes when the window does. */
  readonly prepare?: (folder: string, beside: string) => void;
  /** Opens the window in Restricted Mode, as a folder that was just cloned. */
  readonly restricted?: boolean;
  /** User settings on top of those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Of the browser, such as `zh-CN`. VS Code itself stays English. */
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/**
 * Starts VS Code of VSCODE_VERSION with the packaged extension installed and shows a window of it.
 * Takes some seconds: open one in `before` for a whole file of tests, and dispose of it in `after`.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const version = selectedVersion();
  const temporaryFolder = makeTemporaryFolder('window');
  const folders = copyFolders(options.folders ?? [sampleLibrary], temporaryFolder);
  writeFiles(folders[0] ?? temporaryFolder, options.files ?? {});
  options.prepare?.(folders[0] ?? temporaryFolder, temporaryFolder);

  const server = await startServer({
    version,
    dataFolder: dataWithExtension(),
    asksTrust: options.restricted === true,
    settings: {
      ...testSettings,
      ...(options.restricted && restrictedSettings),
      'workbench.colorTheme': version.themes.dark,
      ...options.settings,
    },
  });
  const url = workbenchUrl(server.url, target(folders, temporaryFolder));
  const { locale, viewport } = options;
  const { browser, page } = await openPage(url, {
    ...(locale === undefined ? {} : { locale }),
    ...(viewport === undefined ? {} : { viewport }),
  });
  const workbench = new Workbench({
    page,
    browser,
    server,
    folders,
    temporaryFolder,
    pictureFolder: path.join(cache, 'shots', version.key),
  });
  await workbench.ready();
  return workbench;
}

/** The data folder of a server that is the window's own, with the extension installed in it. */
function dataWithExtension(): string {
  const template = process.env['PREPRINT_DATA_TEMPLATE'];
  if (template === undefined) {
    throw new Error('These tests are started by `npm run test:workbench`.');
  }
  const folder = makeTemporaryFolder('server');
  cpSync(template, folder, { recursive: true });
  return folder;
}

function copyFolders(sources: readonly string[], destination: string): string[] {
  return sources.map((source) => {
    const copy = path.join(destination, path.basename(source));
    cpSync(source, copy, { recursive: true });
    return copy;
  });
}

function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function target(
  folders: readonly string[],
  temporaryFolder: string,
): Parameters<typeof workbenchUrl>[1] {
  const [first, second] = folders;
  if (first === undefined) return {};
  if (second === undefined) return { folder: first };
  const workspace = path.join(temporaryFolder, 'test.code-workspace');
  const content = { folders: folders.map((folder) => ({ path: folder })) };
  writeFileSync(workspace, JSON.stringify(content));
  return { workspace };
}
