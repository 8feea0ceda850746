/** A path of a setting, with its variables replaced. */
export interface SettingPath {
  /** The workspace folder that it is below: '' for the setting's own, else a name. */
  readonly folder: string;
  readonly path: string;
}

/** What variables stand for. */
export interface SettingVariables {
  /** Undefined for a variable of the environment that is not set. */
  env(name: string): string | undefined;
  /** The folder of the person, parted by `/`; undefined where there is none. */
  readonly home: string | undefined;
}

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
  let isKnown = true;
  const path = written
    .slice(start.length)
    .replace(/^~(?=\/|$)/, () => home ?? '~')
    .replace(/\$\{([^{}]*)\}/g, (_, variable: string) => {
      const value = variable === 'userHome' ? home : valueOf(variable, env);
      isKnown &&= value !== undefined && value !== '';
      return (value ?? '').replaceAll('\\', '/');
    });
  if (!isKnown) return undefined;
  // A folder is meant, of which the rest is a path.
  return { folder, path: start !== '' && path === '' ? '.' : path };
}

function valueOf(variable: string, env: SettingVariables['env']): string | undefined {
  return variable.startsWith('env:') ? env(variable.slice('env:'.length)) : undefined;
}
