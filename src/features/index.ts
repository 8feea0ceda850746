import type { Feature } from '../host/featureContext.js';
import { registerCite } from './cite.js';
import { registerDefinition } from './definition.js';
import { registerDocumentLinks } from './documentLinks.js';
import { registerHover } from './hover.js';
import { registerLog } from './log.js';
import { registerPaperLinks } from './paperLinks.js';
import { registerPapersTree } from './papersTree.js';
import { registerReader } from './reader.js';
import { registerReferences } from './references.js';

/** Everything that Preprint does, each in a file of its own. */
export const features: readonly Feature[] = [
  registerPapersTree,
  registerHover,
  registerDefinition,
  registerReferences,
  registerDocumentLinks,
  registerReader,
  registerPaperLinks,
  registerCite,
  registerLog,
];
