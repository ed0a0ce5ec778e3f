export function connect(url: string): WebSocket {
  const socket = new WebSocket(url);

  socket.addEventListener("close", (event) => {
    if (event.code === 999) console.log("closed on purpose");
    if (event.code === 1006 || event.code === 1013) setTimeout(connect, 5_000, url);
  });

  window.addEventListener("pagehide", () => {
    socket.close(1001);
  });
  window.addEventListener("offline", () => {
    socket.close(1006, "offline");
  });
  return socket;
}
