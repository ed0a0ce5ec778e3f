/** Where a fact can be read. */
export interface Reference {
  readonly title: string;
  readonly url: string;
}

export const definedCodes: Reference = {
  title: "RFC 6455, section 7.4.1",
  url: "https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1",
};

export const codeRanges: Reference = {
  title: "RFC 6455, section 7.4.2",
  url: "https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2",
};

export const registry: Reference = {
  title: "IANA WebSocket Close Code Number Registry",
  url: "https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number",
};

export const restartAndTryLater: Reference = {
  title: "hybi: proposal of 1012 and 1013",
  url: "https://mailarchive.ietf.org/arch/msg/hybi/P_1vbD9uyHl63nbIIbFxKMfSwcM/",
};

export const badGateway: Reference = {
  title: "hybi: proposal of 1014",
  url: "https://mailarchive.ietf.org/arch/msg/hybi/VOLI2xp4tzFnIFYespe6oOtpFXA/",
};

export const erratum3227: Reference = {
  title: "RFC 6455, erratum 3227",
  url: "https://www.rfc-editor.org/errata/eid3227",
};
