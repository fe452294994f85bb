#!/usr/bin/env node
// Starts the built program and sets the exit status; nothing else.
require('node:module').enableCompileCache?.();
require('../dist/main.js')
  .start(process)
  .then((status) => {
    process.exitCode = status;
  });
