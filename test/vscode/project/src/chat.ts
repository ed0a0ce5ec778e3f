export function connect(url: string): WebSocket {
  const socket = new WebSocket(url);

  socket.addEventListener("close", (event) => {
    if (event.code === 1006) setTimeout(connect, 5_000, url);
  });

  window.addEventListener("pagehide", () => {
    socket.close(1001);
  });
  return socket;
}

/** A dog flap: its close is none of ours. */
export function lock(flap: { close(after: number): void }): void {
  flap.close(1006);
}

export function leave(socket: WebSocket): void {
  socket.close();
}
