/**
 * Pairs of papers of the reference digests that a person takes for alike, and why. They were chosen by
 * reading titles and abstracts, before any of them was looked up.
 */
export const knownPairs: readonly (readonly [string, string, string])[] = [
  ['2512.23255', '2512.24018', 'both write an image as a set of 2D Gaussians'],
  ['2601.19771', '2601.19795', 'both recognise people by their ears'],
  ['2512.23379', '2512.23576', 'both drive a talking avatar by video diffusion in real time'],
  [
    '2512.23942',
    '2512.24411',
    'both grade the skill of microsurgeons from videos of their actions',
  ],
  ['2512.24235', '2512.24460', 'both score essays automatically'],
  ['2601.22838', '2512.24016', 'both dress a picture of a person: virtual try-on'],
  ['2601.15779', '2601.15929', 'both segment neurons in electron microscopy'],
  ['2601.22729', '2601.15644', 'both predict 3D occupancy for driving'],
  ['2602.19459', '2601.19704', 'both transmit by pinching antennas'],
  ['2603.04933', '2601.23022', 'an entry to a shared task, and the data of that task'],
  ['2603.05114', '2512.22217', 'both recognise the attributes of pedestrians'],
  ['2605.13451', '2601.19667', 'both link biomedical entities'],
  ['2603.04598', '2601.16125', 'both measure composed image retrieval anew'],
  ['2605.13075', '2605.13084', 'both classify spoken words from few examples'],
  ['2605.31419', '2601.05738', 'both do SLAM by splatting'],
];
