import type { Library, Shape } from "../library.ts";

const made = { method: { returns: "Client" } } as const satisfies Shape;
const promised = { method: { returns: { promise: "Client" } } } as const satisfies Shape;

/** Clients of other protocols: `close` takes a flag, a timeout or nothing, codes are their own. */
export const clients = {
  name: "look-alikes/clients",
  title: "ssh2, MQTT.js, amqplib, mongodb, Sentry, Centrifuge",
  lookAlike: true,
  modules: ["ssh2", "mqtt", "amqplib", "mongodb", "@sentry/*", "centrifuge"],
  exports: {
    default: { members: { connect: made, connectAsync: promised } },
    Client: { new: "Client" },
    connect: { anyOf: [made, promised] },
    connectAsync: promised,
    MongoClient: { new: "Client" },
    MqttClient: { new: "Client" },
    Centrifuge: { new: "Client" },
    close: { method: {} },
  },
  types: {
    Client: {
      declared: [
        { from: "package", package: "ssh2", name: "Client" },
        { from: "package", package: "ssh2", name: "ClientChannel" },
        { from: "package", package: "mqtt", name: "MqttClient" },
        { from: "package", package: "amqplib", name: "ChannelModel" },
        { from: "package", package: "amqplib", name: "Connection" },
        { from: "package", package: "amqplib", name: "Channel" },
        { from: "package", package: "mongodb", name: "MongoClient" },
        { from: "package", package: "centrifuge", name: "Centrifuge" },
      ],
      methods: {
        exec: { args: [null, { handler: [null, "Client"] }, { handler: [null, "Client"] }] },
        shell: { args: [{ handler: [null, "Client"] }, { handler: [null, "Client"] }] },
        createChannel: { returns: { promise: "Client" } },
        connect: { returns: { promise: "Client" } },
      },
    },
  },
} as const satisfies Library;
