// The proof of the regions: every id leads somewhere, no country is in two, each ladder begins with the provider.
// Build time only.
import { REGION_IDS } from './region.ts';
import { wrongFigures } from './region-figures.ts';
import { type AuthoredRegion, type AuthoredStep, readEmergency, readRegion } from './region-schema.ts';
import { type ContentFinding, isRecord, type Path, readSource } from './yaml-file.ts';

export interface ProvedRegions {
  /** In the order in which they are listed. */
  regions: AuthoredRegion[];
  emergency: AuthoredStep[];
  findings: ContentFinding[];
  /** The sources that they refer to. */
  cited: Set<string>;
}

/** Proves what stands under `regions/` and in `emergency.yaml`, given as texts by file name; `sources` are those there are. */
export function proveRegions(files: ReadonlyMap<string, string>, sources: ReadonlySet<string>): ProvedRegions {
  const proved: ProvedRegions = { regions: [], emergency: [], findings: [], cited: new Set() };
  const { findings } = proved;
  const emergency = files.get('emergency.yaml');
  if (emergency !== undefined) {
    const source = readSource('emergency.yaml', emergency);
    const result = readEmergency(source);
    findings.push(...result.findings);
    proved.emergency = result.value?.steps ?? [];
    for (const [path, message] of wrongFigures({ steps: proved.emergency }))
      findings.push({ file: source.file, line: source.lineOf(path), message });
  }
  const steps = new Set(proved.emergency.map(({ id }) => id));
  const bodies = new Set<string>();
  const countries = new Set<string>();
  for (const [file, content] of files) {
    if (file !== 'emergency.yaml' && !file.startsWith('regions/')) continue;
    const source = readSource(file, content);
    const report = (path: Path, message: string) => findings.push({ file, line: source.lineOf(path), message });
    for (const [path, id] of sourcesIn(source.value)) {
      proved.cited.add(id);
      if (!sources.has(id)) report(path, `there is no source \`${id}\``);
    }
    if (file === 'emergency.yaml') continue;
    const { value: region, findings: wrong } = readRegion(source);
    findings.push(...wrong);
    if (!region) continue;
    proved.regions.push(region);
    if (file !== `regions/${region.id}.yaml`)
      report(['id'], `region \`${region.id}\` does not stand in a file of that name`);
    if (region.ladder[0]!.kind !== 'provider') report(['ladder', 0], 'the first rung is not the provider');
    if (region.ladder.length < 2) report(['ladder'], 'there is nobody to turn to after the provider');
    for (const [path, message] of wrongFigures(region)) report(path, message);
    const rules = new Set(region.rules.map(({ id }) => id));
    region.countries.forEach((country, i) => {
      if (countries.has(country)) report(['countries', i], `${country} is in another region too`);
      countries.add(country);
    });
    region.ladder.forEach((body, i) => {
      if (body.id !== 'provider' && bodies.has(body.id))
        report(['ladder', i, 'id'], `body \`${body.id}\` is there twice`);
      if ((body.id === 'provider') !== (body.kind === 'provider'))
        report(['ladder', i, 'id'], 'the provider, and it alone, has the id `provider`');
      if (body.kind !== 'provider' && body.sources.length === 0)
        report(['ladder', i], `body \`${body.id}\` names no source`);
      bodies.add(body.id);
      body.rules.forEach((rule, j) => {
        if (!rules.has(rule)) report(['ladder', i, 'rules', j], `the region has no rule \`${rule}\``);
      });
    });
    for (const step of Object.keys(region.emergency))
      if (!steps.has(step)) report(['emergency', step], `emergency.yaml has no step \`${step}\``);
  }
  if (proved.regions.length > 0) {
    if (!steps.has('police')) findings.push({ file: 'emergency.yaml', line: 1, message: 'there is no step `police`' });
    const there = proved.regions.map(({ id }) => id);
    for (const id of REGION_IDS.filter((one) => !there.includes(one)))
      findings.push({ file: `regions/${id}.yaml`, line: 1, message: 'this region is missing' });
  }
  proved.regions.sort((a, b) => a.order - b.order);
  return proved;
}

/** Every id in a list called `sources`, with its place. */
function* sourcesIn(value: unknown, path: Path = []): Generator<[Path, string]> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      if (path.at(-1) === 'sources' && typeof item === 'string') yield [[...path, i], item];
      else yield* sourcesIn(item, [...path, i]);
    }
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) yield* sourcesIn(item, [...path, key]);
  }
}
