// Loaded into a measured program with `node --require`: writes its peak memory in bytes to the file named by BENCH_MEMORY.
// On Linux the kernel's own mark of this process image is read, because ru_maxrss also counts the parent before `exec`.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  let kilobytes = process.resourceUsage().maxRSS;
  try {
    kilobytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {}
  writeFileSync(process.env.BENCH_MEMORY, String(kilobytes * 1024));
});
