import * as vscode from 'vscode';

/** Papers of the sample by the keys that arXiv gives them. */
export const langevin = {
  paper: 'arxiv:2602.12257',
  key: 'menon2026implicitregularizationlangevindynamics',
} as const;
export const hadamard = {
  paper: 'arxiv:2602.12128',
  key: 'ackermann2026hlahadamardlinearattention',
} as const;

export const hadamardEntry = `@misc{${hadamard.key},
  title = {{HLA}: Hadamard Linear Attention},
  author = {Ackermann, Hanno and Cai, Hong and Ghafoorian, Mohsen and Habibian, Amirhossein},
  year = {2026},
  eprint = {2602.12128},
  archivePrefix = {arXiv},
  primaryClass = {cs.AI},
  url = {https://arxiv.org/abs/2602.12128}
}`;

/** What the tree passes to a command: the node that was clicked, and all that are selected. */
export function selectionOfTree(...keys: readonly string[]): readonly unknown[] {
  const nodes = keys.map((key) => ({ kind: 'paper', id: `paper/${key}`, key }));
  return [nodes[0], nodes];
}

export function insertCitation(...args: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand('preprint.insertCitation', ...args);
}

export function insertBibtex(...args: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand('preprint.insertBibtex', ...args);
}
