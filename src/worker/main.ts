import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createAnswers } from './answers.js';
import { serve } from './serve.js';

/** The bundle itself says which build it is, so that no version has to be kept by hand. */
const program = createHash('sha1').update(readFileSync(__filename)).digest('hex');

serve((log) => createAnswers(program, log));
