/**
 * By their names the journals that the macros of AASTeX, A&A and MNRAS stand for, as NASA's ADS lists
 * them
 * (https://ui.adsabs.harvard.edu/help/actions/journal-macros): its exports write `journal = {\mnras}`.
 */
export const journalMacros: ReadonlyMap<string, string> = new Map(
  `aj Astronomical Journal
actaa Acta Astronomica
araa Annual Review of Astronomy and Astrophysics
apj Astrophysical Journal
apjl Astrophysical Journal, Letters
apjlett Astrophysical Journal, Letters
apjs Astrophysical Journal, Supplement
apjsupp Astrophysical Journal, Supplement
ao Applied Optics
applopt Applied Optics
apss Astrophysics and Space Science
aap Astronomy and Astrophysics
astap Astronomy and Astrophysics
aapr Astronomy and Astrophysics Reviews
aaps Astronomy and Astrophysics, Supplement
azh Astronomicheskii Zhurnal
baas Bulletin of the AAS
bac Bulletin of the Astronomical Institutes of Czechoslovakia
caa Chinese Astronomy and Astrophysics
cjaa Chinese Journal of Astronomy and Astrophysics
icarus Icarus
jaavso Journal of the American Association of Variable Star Observers
jcap Journal of Cosmology and Astroparticle Physics
jcp Journal of Chemical Physics
jrasc Journal of the RAS of Canada
memras Memoirs of the RAS
mnras Monthly Notices of the RAS
na New Astronomy
nar New Astronomy Review
pasa Publications of the Astronomical Society of Australia
pasp Publications of the ASP
pasj Publications of the ASJ
pra Physical Review A: General Physics
prb Physical Review B: Solid State
prc Physical Review C
prd Physical Review D
pre Physical Review E
prl Physical Review Letters
physrep Physics Reports
physscr Physica Scripta
planss Planetary Space Science
psj Planetary Science Journal
procspie Proceedings of the SPIE
qjras Quarterly Journal of the RAS
rmxaa Revista Mexicana de Astronomia y Astrofisica
skytel Sky and Telescope
solphys Solar Physics
sovast Soviet Astronomy
ssr Space Science Reviews
zap Zeitschrift fuer Astrophysik
nat Nature
iaucirc IAU Circulars
aplett Astrophysics Letters
apspr Astrophysics Space Physics Research
bain Bulletin Astronomical Institute of the Netherlands
fcp Fundamental Cosmic Physics
gca Geochimica Cosmochimica Acta
grl Geophysics Research Letters
jgr Journal of Geophysics Research
jqsrt Journal of Quantitative Spectroscopy and Radiative Transfer
memsai Memorie della Societa Astronomica Italiana
nphysa Nuclear Physics A`
    .split('\n')
    .map((row): [string, string] => [
      row.slice(0, row.indexOf(' ')),
      row.slice(row.indexOf(' ') + 1),
    ]),
);

/** The journal of a value that is the command of one (`\mnras`), and nothing else. */
export function journalOfCommand(value: string): string | undefined {
  const name = /^\s*\{?\\([A-Za-z]{2,10})\s*\}?\s*$/.exec(value)?.[1];
  return name === undefined ? undefined : journalMacros.get(name);
}
