import type { Texts } from "./texts.ts";

export const en: Texts = {
  locale: "en",
  codes: {
    1000: {
      name: "Normal Closure",
      meaning: "The connection has done what it was opened for.",
    },
    1001: {
      name: "Going Away",
      meaning: "The endpoint is leaving: the server shuts down, or the page is left.",
    },
    1002: {
      name: "Protocol Error",
      meaning: "The other side broke the WebSocket protocol.",
    },
    1003: {
      name: "Unsupported Data",
      meaning:
        "A message arrived of a type that the endpoint does not accept, such as binary where only text is understood.",
    },
    1004: {
      name: "Reserved",
      meaning: "Kept for a meaning that may be defined in the future.",
    },
    1005: {
      name: "No Status Received",
      meaning: "A Close frame arrived without a code, as after `close()`.",
    },
    1006: {
      name: "Abnormal Closure",
      meaning:
        "The connection ended and no Close frame arrived: the network broke, the handshake was refused, or the connection had to be failed.",
    },
    1007: {
      name: "Invalid Frame Payload Data",
      meaning: "A message does not fit its type, such as text that is not UTF-8.",
    },
    1008: {
      name: "Policy Violation",
      meaning:
        "A message breaks the endpoint's rules; used where 1003 and 1009 do not fit or the cause is not to be told.",
    },
    1009: {
      name: "Message Too Big",
      meaning: "A message is larger than the endpoint will process.",
    },
    1010: {
      name: "Mandatory Extension",
      meaning: "The client needs an extension that the server did not agree to.",
    },
    1011: {
      name: "Internal Error",
      meaning: "Something unexpected kept the endpoint from doing its work.",
    },
    1012: {
      name: "Service Restart",
      meaning:
        "The server restarts; a client that comes back should wait for a random 5 to 30 seconds first.",
    },
    1013: {
      name: "Try Again Later",
      meaning:
        "The server is overloaded; a client should try another address, or the same one only when its user asks for it.",
    },
    1014: {
      name: "Bad Gateway",
      meaning:
        "A gateway or proxy got an invalid response from the server behind it, like HTTP 502.",
    },
    1015: {
      name: "TLS Handshake",
      meaning: "The TLS handshake failed.",
    },
    3000: {
      name: "Unauthorized",
      meaning: "The other side has to prove who it is first, like HTTP 401.",
    },
    3003: {
      name: "Forbidden",
      meaning: "The other side is known but may not do this, like HTTP 403.",
    },
    3008: {
      name: "Timeout",
      meaning: "The other side took too long to answer, like HTTP 408.",
    },
  },
  ranges: {
    "not-used": {
      name: "Not Used",
      meaning: "Codes below 1000 mean nothing and are not used.",
      sender: "Nobody may send it.",
      observer: "Nobody, unless a peer breaks the protocol.",
    },
    protocol: {
      name: "Protocol",
      meaning: "1000-1015 are defined by the protocol itself and by the IANA registry.",
      sender: "Either endpoint, as far as the code's own definition allows.",
      observer: "The other endpoint.",
    },
    unassigned: {
      name: "Unassigned",
      meaning:
        "1016-2999 have no meaning yet: they are kept for revisions of the protocol and for its extensions.",
      sender: "Nobody may send it.",
      observer: "Nobody, unless a peer breaks the protocol.",
    },
    library: {
      name: "Library Range",
      meaning:
        "3000-3999 are for libraries, frameworks and applications that register them with IANA; this one is not known to be registered.",
      sender: "Either endpoint.",
      observer: "The other endpoint.",
    },
    "private-use": {
      name: "Private Use",
      meaning: "4000-4999 mean what the two endpoints have agreed on, and nothing beyond that.",
      sender: "Either endpoint, by agreement.",
      observer: "The other endpoint.",
    },
    outside: {
      name: "Outside the Registry",
      meaning: "Close codes end at 4999; a Close frame merely has room for larger numbers.",
      sender: "Nobody may send it.",
      observer: "Nobody, unless a peer breaks the protocol.",
    },
  },
  senders: {
    either: "Either endpoint.",
    client: "Only the client.",
    server: "The server.",
    nobody: "Nobody may send it.",
  },
  observers: {
    peer: "The other endpoint.",
    client: "The client.",
    server: "The server.",
    local: "Each endpoint for itself: it is set locally and never on the wire.",
    nobody: "Nobody, unless a peer breaks the protocol.",
  },
  observerOf1015:
    "Of the browsers only Firefox, which sets it locally; the others report 1006. It is never on the wire.",

  messages: {
    "not-a-code":
      "`{{call}}` {{outcome}}: {{code}} is not a close code, which is an integer from 1000 to 4999. {{advice}}",
    "not-portable": "`{{call}}` is not portable: {{code}} is {{why}}. {{advice}}",
    "below-1000": "`{{call}}` {{outcome}}: {{why}}. {{advice}}",
    "http-status":
      "`{{call}}` {{outcome}}: {{code}} is an HTTP status, not a close code. {{advice}}",
    reserved: "`{{call}}` {{outcome}}: {{why}}. {{advice}}",
    unassigned: "`{{call}}` {{outcome}}: {{why}}. {{advice}}",
    "above-4999": "`{{call}}` {{outcome}}: {{why}}. {{advice}}",
    "endpoint-only":
      "`{{call}}` {{outcome}}: this API sends only 1000 and 3000-4999, not {{code}} ({{name}}). {{advice}}",
    "client-only":
      "`{{call}}` sends {{code}} ({{name}}) from a server: it is the client's, a server refuses the handshake instead. {{advice}}",
    "never-sent":
      "`{{comparison}}` looks for a code that no conforming peer sends: {{why}}. Compare with 1000-1003, 1005-1014 or 3000-4999.",
    impossible:
      "`{{comparison}}` has the same answer for every close: a close code is an integer from 0 to 65535, and {{code}} is none. {{advice}}",
    "swapped-arguments":
      "`{{call}}` has its arguments swapped: the close code comes first, then the reason. Write `{{instead}}`.",
    "library-range":
      "`{{call}}` sends {{code}} from application code: 3000-3999 belong to libraries that register them with IANA, and one may give {{code}} another meaning. Use 4000-4999, such as {{instead}}.",
    "library-range-registered":
      "`{{call}}` sends {{code}} from application code, where it means {{name}}: IANA has registered it so, for every library. Use 4000-4999, such as {{instead}}, for a meaning of your own.",
    forwarded:
      "`{{call}}` passes on a received code, which may be {{unsendable}}: then it {{outcome}}. Send 1000 in the place of such a code.",
    "reason-too-long":
      "The reason of `{{call}}` has at least {{bytes}} bytes of UTF-8, and a Close frame has room for 123: {{outcome}}. Shorten it.",
    "reason-without-code":
      "`{{call}}` has a reason without a code, which a Close frame cannot carry: some runtimes throw, some send 1000 and some drop the reason. Give it a code, such as 1000.",
    "reason-in-characters":
      "`{{limit}}` counts characters, and the reason of `{{call}}` may have 123 bytes of UTF-8: 42 Chinese characters have 126. Cut it by bytes.",
    "reason-unbounded":
      "The reason of `{{call}}` holds `{{part}}`, which may have any length, and a Close frame has room for 123 bytes of UTF-8. Cut it by bytes, or send a fixed text.",
    "without-code":
      "`{{call}}` sends no code: the peer reports 1005, which does not tell why the connection ended. Send 1000 for a normal end, or the code that says why.",
    "init-close-event":
      "`initCloseEvent()` was removed from the platform: the call throws TypeError. Use the constructor, `new CloseEvent(type, { code, reason, wasClean })`.",
    misnamed:
      "`{{name}}` is {{right}}, and {{code}} is {{meaning}}: whoever reads this name misreads the close. Name {{code}} after its meaning, or give `{{name}}` the value {{right}}.",
    "misnamed-unassigned":
      "`{{name}}` is {{right}}, and {{code}} is unassigned: nobody may send it. Give `{{name}}` the value {{right}}.",
    "misnamed-registered":
      "`{{name}}` is not what {{code}} means: IANA has registered it as {{meaning}}, for every library. Give `{{name}}` a code of 4000-4999.",
    "prefer-named": "Use `{{name}}` instead of the bare number {{code}}.",
    "replace-code": "Replace {{code}} with {{instead}}.",
    "swap-arguments": "Put the close code first and the reason second.",
    "guard-code": "Send {{instead}} in the place of a code that may not be sent.",
    "cut-by-bytes": "Cut it to 123 bytes, between two characters.",
    "send-normal": "Send 1000 (Normal Closure).",
    "construct-close-event": "Construct the event with the same values.",
    "use-name": "Replace {{code}} with `{{name}}`.",
    "import-name": "Replace {{code}} with `{{name}}`, imported from `{{module}}`.",
  },
  outcomes: {
    throws: "throws {{error}}{{where}}",
    "illegal-frame":
      "puts an illegal Close frame on the wire{{where}}, which a strict peer answers with 1002",
    "throws-or-illegal-frame":
      "throws {{error}} or puts an illegal Close frame on the wire{{where}}, depending on the runtime",
    "empty-frame": "sends a Close frame without a code{{where}}, which the peer reports as 1005",
    swallowed: "closes nothing{{where}}, for the error is swallowed",
    sent: "goes out as it is{{where}}, and a strict peer answers with 1002",
    varies: "throws or sends another code, depending on the runtime",
  },
  anError: "an error",
  errorName: "{{error}}",
  where: " in {{api}}",
  apiAsCode: "`{{api}}`",
  apis: {
    browsers: "browsers",
    node: "Node.js",
    deno: "Deno",
    bun: "Bun",
    workers: "Cloudflare Workers",
  },
  neverSent: {
    1004: "1004 is reserved and has no meaning yet",
    1005: "1005 is set locally when a Close frame carries no code and is never sent",
    1006: "1006 is set locally when no Close frame arrives and is never sent",
    1015: "1015 is set locally when the TLS handshake fails and is never sent",
    "not-used": "codes below 1000 are not used",
    unassigned: "1016-2999 are unassigned and kept for the protocol",
    outside: "close codes end at 4999",
  },
  unsendable: {
    "not-for-applications": "{{codes}}, not for applications to send",
    "locally-set": "{{codes}}, set locally and never sent",
  },
  tooLong: {
    browser: "browsers throw SyntaxError",
    ws: "`ws` throws RangeError",
    varies: "it throws, is cut or goes out as an illegal frame, depending on the runtime",
  },
  notPortable: {
    fraction: "a fraction, which some runtimes round, some truncate and some reject",
    numericString: "a string, which some runtimes turn into a number and some reject",
  },
  advice: {
    use: "Use {{instead}}.",
    useOrPrivate: "Use {{instead}}, or 4000-4999 for a meaning of your own.",
    useOrPrivateSuchAs:
      "Use {{instead}}, or 4000-4999 for a meaning of your own, such as {{example}}.",
    conventional: "Use {{instead}}, its close code by convention.",
    useOrConventional: "Use {{instead}}, or {{conventional}} by convention.",
    compareWithNumber: "Compare with the number {{instead}}.",
    compareWithInteger: "Compare with an integer.",
  },
  namedCode: "{{code}} ({{name}})",
  translated: "{{name}} ({{registered}})",
  or: " or ",
  comma: ", ",

  observed: {
    0: "Deno reports 0 where other runtimes report 1006; elsewhere it comes from a broken peer, or from an event that a script has made.",
    1005: "Such a close is usually clean: `wasClean` is true.",
    1006: "`wasClean` is false then. Deno reports 0 instead of 1006.",
    1015: "Only Firefox reports 1015, when the TLS handshake fails; other browsers report 1006, and Deno 0.",
  },
  received: {
    code: "The close code: 1000-1015 are the protocol's, 3000-3999 belong to libraries, 4000-4999 mean what the two endpoints agreed on. 1005 stands for a Close frame without a code, 1006 for no Close frame at all (0 in Deno).",
    reason:
      "What the peer says about the close: at most 123 bytes of UTF-8, often empty, for logs rather than for users.",
    clean:
      "True if the closing handshake was completed before the connection ended. It does not mean success: a clean close may carry 1011 or 4001, and 1005 is usually clean.",
  },
  httpConvention: "By a common convention, 4000 plus an HTTP status: here {{status}} ({{phrase}}).",
  sendable: "`{{call}}` sends {{code}} to the peer.",
  labelled: "{{label}}: {{text}}",
  labels: {
    sender: "Sent by",
    observer: "Seen by",
    references: "References",
    candidates: "May be one of",
  },
};
