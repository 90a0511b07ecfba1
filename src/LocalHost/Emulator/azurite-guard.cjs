// Loaded into Azurite's process before Azurite (node --require). The host holds the other end of stdin: when that end closes,
// because the host asks for it or because the host is gone (also by kill -9), Azurite saves its state and ends.
'use strict';

process.stdin.resume();
process.stdin.on('error', stop);
process.stdin.on('end', stop);

function stop() {
  // Before Azurite has set its handler there is nothing to save.
  if (process.listenerCount('SIGTERM') === 0) {
    process.exit(0);
  }
  setTimeout(() => process.exit(0), 5000).unref();
  process.emit('SIGTERM');
}

// Ctrl-C in a terminal reaches every process of the group at once. The host decides when the storage stops, after its own
// requests are done, so Azurite must not take that signal itself.
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? process.on('SIGINT', () => {}) : once.call(this, event, listener);
};
