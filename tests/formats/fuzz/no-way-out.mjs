// Loaded into every thread of a fuzzing run: whoever asks the network is told off, and the run fails.
import dns from 'node:dns';
import net from 'node:net';

const refuse = () => {
  throw new Error('fuzz: asked the network');
};
net.Socket.prototype.connect = refuse;
dns.lookup = refuse;
globalThis.fetch = refuse;
