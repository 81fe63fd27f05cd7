// libsignal prints whole sessions, private keys included, through console.info: never let it.
for (const k of ['info', 'warn', 'log', 'error'] as const) console[k] = () => {}
