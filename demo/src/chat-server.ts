import { spawn } from "node:child_process";
import { WebSocketServer } from "ws";

const server = new WebSocketServer({ port: 8080 });

server.on("connection", (socket, request) => {
  if (request.headers.authorization === undefined) {
    socket.close(401, "log in first");
    return;
  }
  socket.on("message", (data, isBinary) => {
    if (isBinary) socket.close(1003, "text only");
    else for (const client of server.clients) client.send(data);
  });
  socket.on("close", (code) => {
    if (code === 1006) console.log("the network dropped a client");
  });
});

process.on("SIGTERM", () => {
  for (const client of server.clients) client.close(1012, "back in a minute");
});

// Not a WebSocket: an exit code, and nobody says a word about it.
spawn("backup").on("close", (code) => {
  if (code === 1006) console.log("backup failed");
});
