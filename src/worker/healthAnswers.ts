import { formatNamed } from '../core/formats/registry.js';
import { checkDigest } from '../core/health/checkDigest.js';
import type { Answers } from './answers.js';
import { decode } from './content.js';
import { fileNameIn } from './entryTexts.js';
import type { HealthCalls } from './healthProtocol.js';

export const healthAnswers: Pick<Answers, keyof HealthCalls> = {
  checkDigest({ uri, digest, problems, content, latest }) {
    return checkDigest({
      ...{ digest, problems, text: decode(content).text },
      format: formatNamed(digest.format),
      context: { path: fileNameIn(uri), latest },
    });
  },
};
