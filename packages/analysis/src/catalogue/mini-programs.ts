import type { Library } from "./library.ts";

/** Mini-programs of WeChat (`wx`), uni-app (`uni`) and Taro: the code and the reason in an object. */
export const miniPrograms = {
  name: "mini-programs",
  title: "Mini-programs (WeChat, uni-app, Taro)",
  url: "https://developers.weixin.qq.com/miniprogram/dev/api/network/websocket/SocketTask.html",
  modules: ["@tarojs/taro"],
  exports: {
    default: "Taro",
    connectSocket: { method: { returns: { promise: "SocketTask" } } },
    onSocketClose: { method: { args: [{ handler: ["CloseResult"] }] } },
    SocketTask: { new: "SocketTask" },
  },
  globals: { wx: "MiniProgram", uni: "MiniProgram", Taro: "Taro" },
  types: {
    MiniProgram: {
      profile: "browser",
      part: "client",
      methods: {
        connectSocket: { returns: "SocketTask" },
        closeSocket: { send: { code: [0, "code"], reason: [0, "reason"] } },
        onSocketClose: { args: [{ handler: ["CloseResult"] }] },
      },
    },
    Taro: {
      extends: "MiniProgram",
      members: { SocketTask: { new: "SocketTask" } },
      methods: { connectSocket: { returns: { promise: "SocketTask" } } },
    },
    SocketTask: {
      declared: [
        { from: "package", package: "miniprogram-api-typings", name: "SocketTask" },
        { from: "package", package: "@tarojs/taro", name: "SocketTask" },
        { from: "package", package: "@dcloudio/types", name: "SocketTask" },
      ],
      profile: "browser",
      part: "client",
      methods: {
        close: { send: { code: [0, "code"], reason: [0, "reason"] } },
        onClose: { args: [{ handler: ["CloseResult"] }] },
      },
    },
    CloseResult: {
      declared: [
        {
          from: "package",
          package: "miniprogram-api-typings",
          name: "SocketTaskOnCloseListenerResult",
        },
        { from: "package", package: "@tarojs/taro", name: "OnCloseCallbackResult" },
      ],
      members: { code: "code", reason: "reason" },
    },
  },
} as const satisfies Library;
