process.parentPort.on('message', () => process.parentPort.postMessage({ type: 'ready' }));
