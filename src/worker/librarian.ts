import { bibliographyAnswers } from './bibliographyAnswers.js';
import { serve } from './serve.js';

/**
 * The worker that holds bibliographies has a program of its own: without what renders and searches it
 * is there sooner and takes a third of the memory.
 */
serve(() => bibliographyAnswers());
