/** Constants of another file, which only the checker knows. */
export enum WsCode {
  NormalClosure = 1000,
  GoingAway = 1001,
  Kicked = 4001,
}

export const closing = { normal: 1000, "going-away": 1001, banned: 4002 } as const;
