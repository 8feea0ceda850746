// Mocha's usual report, and the figures as JSON in the file that PREPRINT_TEST_RESULT names.
const { reporters } = require('mocha');
const { writeFileSync } = require('node:fs');

module.exports = class ResultReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.PREPRINT_TEST_RESULT;
    if (!file) return;

    const failed = [];
    runner.on('fail', (test, error) => failed.push(`${test.fullTitle()}: ${error?.message}`));
    runner.once('end', () => {
      writeFileSync(file, JSON.stringify({ passed: runner.stats.passes, failed }));
    });
  }
};
