/** The data of the window `message` event that carries the engine's port in `event.ports[0]`. */
export const PORT_MESSAGE = 'adapta:port';
