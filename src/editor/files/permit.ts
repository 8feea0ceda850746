import * as vscode from 'vscode';
import { agreesToWrite, isAgreed } from './agreement.js';
import { nameOfWay } from './nameOfWay.js';
import { leadsThere, type Refusal, type Way } from './way.js';

/** A person has to be asked first. */
export interface Unasked extends Refusal {
  readonly toAsk: Way;
}

/**
 * The right to write to a file. Nobody else makes one, and it holds only as long as every link on the
 * way leads where it did when it was given.
 */
export class Permit {
  readonly #way: Way;

  private constructor(way: Way) {
    this.#way = way;
  }

  get uri(): vscode.Uri {
    return this.#way.uri;
  }

  /** For what is only ever written in the workspace. */
  static async inside(way: Way): Promise<Permit | Refusal> {
    if (way.isOutside) return leadsOut(way);
    return (await leadsThere(way)) ? new Permit(way) : changed(way);
  }

  /**
   * Inside the workspace for nothing; outside for a person's word, in a workspace that is trusted.
   * @param mayAsk where a question would come out of nowhere, only a word that was given holds
   * @returns undefined when the person does not agree
   */
  static async for(way: Way, mayAsk: boolean): Promise<Permit | Refusal | Unasked | undefined> {
    const refusal = way.isOutside ? distrust(way) : undefined;
    if (refusal) return refusal;
    if (way.isOutside && !mayAsk && !isAgreed(way)) return unasked(way);
    if (way.isOutside && !(await agreesToWrite([way]))) return undefined;
    // While the question stood there, a link may have come to lead elsewhere.
    return (await leadsThere(way)) ? new Permit(way) : changed(way);
  }

  /** To be asked right before each step of writing. */
  async fault(): Promise<Refusal | undefined> {
    return (await leadsThere(this.#way)) ? undefined : changed(this.#way);
  }
}

/** In Restricted Mode what documents and settings name is somebody else's word. */
export function distrust(way: Way): Refusal | undefined {
  if (vscode.workspace.isTrusted) return undefined;
  return {
    refusal: vscode.l10n.t(
      'In Restricted Mode nothing is written outside of the workspace: {0}.',
      nameOfWay(way),
    ),
  };
}

function leadsOut(way: Way): Refusal {
  return {
    refusal: vscode.l10n.t(
      'Notes are written in the workspace alone, and this is outside of it: {0}.',
      nameOfWay(way),
    ),
  };
}

function unasked(way: Way): Unasked {
  return {
    toAsk: way,
    refusal: vscode.l10n.t(
      'Insert Citation asks before it writes outside of the workspace: {0}.',
      nameOfWay(way),
    ),
  };
}

function changed(way: Way): Refusal {
  return {
    refusal: vscode.l10n.t(
      'Nothing was written, because this leads elsewhere now; try again: {0}.',
      nameOfWay(way),
    ),
  };
}
