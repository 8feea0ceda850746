/** A path of a setting, with its variables replaced. */
export interface SettingPath {
  /** The workspace folder that it is below: '' for the setting's own, else a name. */
  readonly folder: string;
  readonly path: string;
}

/** What variables stand for. */
export interface SettingVariables {
  /** Undefined for a variable of the environment that is not set. */
  readonly env: (name: string) => string | undefined;
  /** The folder of the person, parted by `/`; undefined where there is none. */
  readonly home: string | undefined;
}

const variable = /\$\{([^{}]*)\}/g;
const folderAtStart = /^\$\{workspaceFolder(?::([^{}]*))?\}\/*/;

/**
 * Replaces `${workspaceFolder}`, `${workspaceFolder:name}`, `${env:NAME}`, `${userHome}` and a leading
 * `~`, as VS Code does elsewhere (https://code.visualstudio.com/docs/reference/variables-reference).
 * @returns undefined where a variable has no value, or is none of these: the path names nothing
 */
export function settingPath(
  setting: string,
  { env, home }: SettingVariables,
): SettingPath | undefined {
  const written = setting.trim().replaceAll('\\', '/');
  const [start = '', folder = ''] = folderAtStart.exec(written) ?? [];
  const rest = written.slice(start.length).replace(/^~(?=\/|$)/, () => home ?? '~');
  const valueOf = (name: string): string => {
    const value = name === 'userHome' ? home : name.startsWith('env:') ? env(name.slice(4)) : '';
    return (value ?? '').replaceAll('\\', '/');
  };
  const names = Array.from(rest.matchAll(variable), ([, name = '']) => name);
  if (names.some((name) => valueOf(name) === '')) return undefined;
  const path = rest.replace(variable, (_, name: string) => valueOf(name));
  // The folder itself is meant.
  return { folder, path: start !== '' && path === '' ? '.' : path };
}
