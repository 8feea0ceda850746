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
          ],
        },
      ],
    },
  })),
  {
    files: ['test/**/*.ts'],
    rules: {
      // Mocha's and node:assert's idioms.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
