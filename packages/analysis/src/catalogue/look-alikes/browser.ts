import type { Library } from "../library.ts";

/** Interfaces of the browsers with a `close()` of their own, all without a close code. */
export const browser = {
  name: "look-alikes/browser",
  title: "EventSource, BroadcastChannel, RTCDataChannel and others",
  lookAlike: true,
  globals: {
    EventSource: { new: "Closable" },
    BroadcastChannel: { new: "Closable" },
    MessageChannel: { new: "MessageChannel" },
    Worker: { new: "Closable" },
    AudioContext: { new: "Closable" },
    Notification: { new: "Closable" },
    RTCPeerConnection: { new: "PeerConnection" },
    RTCDataChannel: { new: "Closable" },
    IDBDatabase: { new: "Closable" },
    MessagePort: { new: "Closable" },
    ImageBitmap: { new: "Closable" },
  },
  types: {
    Closable: {
      declared: [
        { from: "lib", name: "EventSource" },
        { from: "lib", name: "BroadcastChannel" },
        { from: "lib", name: "RTCDataChannel" },
        { from: "lib", name: "RTCDtlsTransport" },
        { from: "lib", name: "RTCSctpTransport" },
        { from: "lib", name: "IDBDatabase" },
        { from: "lib", name: "AudioContext" },
        { from: "lib", name: "ImageBitmap" },
        { from: "lib", name: "Notification" },
        { from: "lib", name: "VideoDecoder" },
        { from: "lib", name: "VideoEncoder" },
        { from: "lib", name: "AudioDecoder" },
        { from: "lib", name: "AudioEncoder" },
        { from: "lib", name: "MediaKeySession" },
        { from: "lib", name: "FileSystemSyncAccessHandle" },
        { from: "lib", name: "HTMLDialogElement" },
        { from: "lib", name: "Window" },
        { from: "lib", name: "KeyboardEvent" },
      ],
    },
    PeerConnection: {
      declared: [{ from: "lib", name: "RTCPeerConnection" }],
      methods: { createDataChannel: { returns: "Closable" } },
    },
    MessageChannel: { members: { port1: "Closable", port2: "Closable" } },
  },
} as const satisfies Library;
