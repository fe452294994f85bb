// fast-check, as every test uses it: the same cases each time, so that what was green stays green. `npm run fuzz` draws
// others, and as many as it is told.
import fc from 'fast-check';

const runs = process.env.FUZZ_RUNS;

fc.configureGlobal(runs ? { numRuns: Number(runs) } : { seed: 42 });

export { fc };
