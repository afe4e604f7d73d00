// Loaded before Next in every web process. Next keeps an X-Forwarded-For that the caller wrote and shows no socket to
// handlers; so the address of the socket is appended here, as a proxy does (lib/server/session/client-address).
import { Server } from 'node:http';

const emit = Reflect.get(Server.prototype, 'emit');

Server.prototype.emit = function emitWithPeer(event, ...args) {
  if (event === 'request') {
    const [request] = args;
    const before = request.headers['x-forwarded-for'];
    const peer = request.socket.remoteAddress ?? 'unknown';
    request.headers['x-forwarded-for'] = before === undefined ? peer : `${before}, ${peer}`;
  }
  return emit.call(this, event, ...args);
};
