import { allFormats, bibliographyFormats } from '../../../src/core/formats/registry.js';
import { ownFormatsIn } from '../../../src/core/formats/own/ownFormats.js';
import type { DigestFormat } from '../../../src/core/formats/format.js';
import { decode } from '../../../src/worker/content.js';
import { labList, labListText } from '../../unit/formats/own/labList.js';
import { fixtureBytes, fixtureNames } from '../../unit/support/fixtures.js';
import { formatSamples } from '../../unit/support/formatSamples.js';
import { oddFiles } from '../../unit/support/oddFiles.js';
import type { WholeFile } from './tryDamaged.js';

/** A format with files of its own, of several sizes. */
export interface FormatFiles {
  readonly format: DigestFormat;
  readonly files: readonly WholeFile[];
}

/** As the setting `preprint.formats` has it. */
export const ownFormats = JSON.stringify({ 'lab list': labList });

/** Every format: those of the registry, bibliographies, and one that a person has described. */
export const formatFiles: readonly FormatFiles[] = [
  ...[...allFormats, ...bibliographyFormats].map((format) => {
    const sample = formatSamples[format.name];
    const fewest = (sample?.fewest ?? 1) - 1;
    const files = [1, 3, 8].map((entries) => ({
      path: sample?.path ?? '',
      text: sample?.text(entries + fewest) ?? '',
    }));
    const odd = oddFiles.filter((one) => one.format === format.name);
    return { format, files: [...files, ...odd] };
  }),
  ...ownFormatsIn(ownFormats).map((format) => ({
    format,
    files: [{ path: 'list.md', text: labListText }],
  })),
];

/** Fixtures of digests that were broken before anybody damaged them. */
export const brokenFiles: readonly WholeFile[] = fixtureNames('broken').map((name) => ({
  path: name,
  text: decode(fixtureBytes(`broken/${name}`)).text,
}));
