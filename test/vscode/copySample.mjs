// Puts a fresh copy of the sample library where the debugger opens it: see .vscode/launch.json.
import path from 'node:path';
import { cache } from './paths.mjs';
import { copySampleLibrary } from './temporaryFolder.mjs';

copySampleLibrary(path.join(cache, 'sample-library'));
