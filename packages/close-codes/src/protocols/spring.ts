import type { Protocol } from "./protocol.ts";

/** @see Spring Framework, `CloseStatus.SESSION_NOT_RELIABLE` */
export const spring: Protocol = {
  id: "spring",
  name: "Spring WebSocket",
  packages: [],
  url: "https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/web/socket/CloseStatus.html",
  codes: [
    {
      code: 4500,
      name: "SessionNotReliable",
      meaning: "The session has become unreliable; used inside the framework.",
      sentBy: "local",
    },
  ],
};
