import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The webviews' own programs. */
const pages = ['**/reader/**', '**/digestReader/**'];

/**
 * The walls between the rooms, as in the drawing of the README: what a room may not import.
 * Patterns are matched against the import as written (relative paths included).
 */
const walls = {
  'src/core/**/*.ts': [
    'vscode',
    'node:*',
    '**/worker/**',
    '**/host/**',
    '**/features/**',
    ...pages,
  ],
  'src/worker/**/*.ts': ['vscode', '**/host/**', '**/features/**', ...pages],
  'src/editor/**/*.ts': ['**/worker/**', '**/host/**', '**/features/**', ...pages],
  'src/host/**/*.ts': ['**/features/**', ...pages],
  'src/features/*.ts': ['node:*', './*'],
  // The pages may share what they are made of.
  'src/*eader/**/*.ts': ['vscode', 'node:*', '**/worker/**', '**/host/**', '**/features/**'],
  'src/trends/**/*.ts': ['vscode', 'node:*', '**/worker/**', '**/host/**', '**/features/**'],
};

/** What nobody writes. */
const forbiddenSyntax = [{ selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }];

/** Of the extension's own code: texts of open documents come in at one place. */
const wholeText = {
  selector: 'CallExpression[callee.property.name="getText"][arguments.length=0]',
  message: 'An open document’s text is read by `editor/documentText`.',
};

const gate = 'The gate in src/editor/files reads and writes files, where their links lead.';

/** Ways to a file past the gate: the file system itself, edits that make files, and saving. */
const waysPastTheGate = [
  'MemberExpression[property.name=/^(?:writeFile|readFile|rename|copy|delete|createDirectory)$/][object.property.name="fs"]',
  // To have the file system under another name is to be out of sight.
  ':not(MemberExpression) > MemberExpression[property.name="fs"][object.property.name="workspace"]',
  'VariableDeclarator[init.property.name="workspace"] > ObjectPattern > Property[key.name="fs"]',
  'CallExpression[callee.property.name=/^(?:createFile|renameFile|deleteFile)$/]',
  'CallExpression[callee.property.name="save"][arguments.length=0]',
].map((selector) => ({ selector, message: gate }));

/** The marks and their locks, behind a gate of their own: `marksPlaces.ts` resolves their links. */
const marksFiles = [
  'claim',
  'fileLock',
  'localDisk',
  'plainFile',
  'thisMachine',
  'virtualDisk',
].map((name) => `src/host/${name}.ts`);

/** What no setting and no document names: a copy in the extension's own storage. */
const ownFiles = ['src/host/sampleLibrary.ts'];

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.types/',
      '.test-build/',
      '.vscode-test/',
      'node_modules/',
      'test/fixtures/',
      'media/sample/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...forbiddenSyntax],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/editor/documentText.ts'],
    rules: { 'no-restricted-syntax': ['error', ...forbiddenSyntax, wholeText] },
  },
  ...Object.entries(walls).map(([files, forbidden]) => ({
    files: [files],
    // index.ts of the features is their list, so it may import each of them.
    ignores: ['src/features/index.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: forbidden, message: 'A wall stands here: see "Architecture" in the README.' },
            ...(files.startsWith('src/host/')
              ? [{ group: ['node:fs', 'node:fs/*', 'fs', 'fs/*'], message: gate }]
              : []),
          ],
        },
      ],
    },
  })),
  {
    files: ['src/extension.ts', 'src/{host,features,editor}/**/*.ts'],
    ignores: ['src/editor/documentText.ts', 'src/editor/files/*.ts', ...marksFiles, ...ownFiles],
    rules: {
      'no-restricted-syntax': ['error', ...forbiddenSyntax, wholeText, ...waysPastTheGate],
    },
  },
  {
    // The wall stands, but for files.
    files: marksFiles,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: walls['src/host/**/*.ts'] ?? [], message: gate }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Mocha's and node:assert's idioms.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
