// SPDX-License-Identifier: GPL-3.0-or-later
// Lints an OpenAPI document by Redocly's recommended rules: what `redocly lint` does, by the library behind it.
// Usage: node lint.js FOLDER_WITH_NODE_MODULES DOCUMENT; warnings fail too.
'use strict';
const path = require('path');
const [folder, document] = process.argv.slice(2);
const { createConfig, lint } = require(path.resolve(folder, 'node_modules/@redocly/openapi-core'));

async function main() {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: document, config });
  for (const problem of problems) {
    const place = problem.location[0];
    console.error(`${problem.severity} ${problem.ruleId}: ${problem.message} (${place.pointer || ''})`);
  }
  console.log(`${problems.length} problems by redocly's recommended rules`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
main();
