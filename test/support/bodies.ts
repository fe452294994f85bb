// A rung of the ladder for tests: the provider with nothing said of it, but for what the test is about.
import type { Body } from '../../src/knowledge/region.ts';

export const body = (given: Partial<Body>): Body => ({
  id: 'provider',
  kind: 'provider',
  name: '',
  does: '',
  before: [],
  opens: [],
  closes: [],
  answers: null,
  limits: [],
  evidence: [],
  refuses: [],
  contacts: [],
  rules: [],
  sources: [],
  ...given,
});
