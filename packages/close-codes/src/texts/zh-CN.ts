import type { Texts } from "./texts.ts";

export const zhCN: Texts = {
  locale: "zh-CN",
  codes: {
    1000: {
      name: "正常关闭",
      meaning: "建立连接的目的已经达成。",
    },
    1001: {
      name: "端点离开",
      meaning: "端点即将离开：服务器即将停机，或者用户离开了页面。",
    },
    1002: {
      name: "协议错误",
      meaning: "对端违反了 WebSocket 协议。",
    },
    1003: {
      name: "不支持的数据类型",
      meaning: "收到了端点不接受的数据类型，例如只接受文本的端点收到了二进制消息。",
    },
    1004: {
      name: "保留",
      meaning: "留给将来可能定义的含义。",
    },
    1005: {
      name: "未收到状态码",
      meaning: "收到的关闭帧中没有关闭码，例如对端调用了 `close()`。",
    },
    1006: {
      name: "异常关闭",
      meaning: "连接已结束，却没有收到关闭帧：网络中断、握手被拒绝，或者连接因出错而被终止。",
    },
    1007: {
      name: "载荷数据无效",
      meaning: "消息内容与其类型不符，例如文本消息不是合法的 UTF-8。",
    },
    1008: {
      name: "违反策略",
      meaning: "消息违反了端点的策略；1003 和 1009 都不适用，或者不便说明原因时使用。",
    },
    1009: {
      name: "消息过大",
      meaning: "消息超出了端点愿意处理的大小。",
    },
    1010: {
      name: "缺少必需扩展",
      meaning: "客户端要求使用某个扩展，而服务器没有接受。",
    },
    1011: {
      name: "内部错误",
      meaning: "端点遇到意外情况，无法继续工作。",
    },
    1012: {
      name: "服务重启",
      meaning: "服务器正在重启；客户端若要重连，应先随机等待 5 到 30 秒。",
    },
    1013: {
      name: "稍后重试",
      meaning: "服务器过载；客户端应改连其他地址，或者仅在用户要求时才重连原地址。",
    },
    1014: {
      name: "网关错误",
      meaning: "网关或代理从上游服务器收到了无效的响应，类似 HTTP 502。",
    },
    1015: {
      name: "TLS 握手失败",
      meaning: "TLS 握手未能完成。",
    },
    3000: {
      name: "未授权",
      meaning: "对端需要先验证身份，类似 HTTP 401。",
    },
    3003: {
      name: "禁止访问",
      meaning: "对端身份已知，但没有权限这样做，类似 HTTP 403。",
    },
    3008: {
      name: "超时",
      meaning: "对端长时间没有响应，类似 HTTP 408。",
    },
  },
  ranges: {
    "not-used": {
      name: "未使用",
      meaning: "1000 以下的数字没有含义，不用作关闭码。",
      sender: "任何端点都不得发送。",
      observer: "除非对端违反协议，否则不会出现。",
    },
    protocol: {
      name: "协议",
      meaning: "1000-1015 由协议本身和 IANA 注册表定义。",
      sender: "任一端点，以该关闭码自身的定义为准。",
      observer: "对端。",
    },
    unassigned: {
      name: "未分配",
      meaning: "1016-2999 尚无含义，留给协议的后续修订和扩展。",
      sender: "任何端点都不得发送。",
      observer: "除非对端违反协议，否则不会出现。",
    },
    library: {
      name: "库与框架",
      meaning: "3000-3999 供库、框架和应用向 IANA 注册后使用；目前没有这个关闭码的注册记录。",
      sender: "任一端点。",
      observer: "对端。",
    },
    "private-use": {
      name: "私有用途",
      meaning: "4000-4999 的含义由通信双方自行约定，没有通用的含义。",
      sender: "任一端点，按双方约定。",
      observer: "对端。",
    },
    outside: {
      name: "注册表之外",
      meaning: "关闭码到 4999 为止；更大的数字只是关闭帧的字段放得下而已。",
      sender: "任何端点都不得发送。",
      observer: "除非对端违反协议，否则不会出现。",
    },
  },
  senders: {
    either: "任一端点。",
    client: "仅客户端。",
    server: "服务器。",
    nobody: "任何端点都不得发送。",
  },
  observers: {
    peer: "对端。",
    client: "客户端。",
    server: "服务器。",
    local: "各端点自身，只在本地设置，从不在网络上传输。",
    nobody: "除非对端违反协议，否则不会出现。",
  },
  observerOf1015: "浏览器中只有 Firefox 会在本地设置它，其他浏览器报告 1006；它从不在网络上传输。",

  messages: {
    "not-a-code":
      "`{{call}}` {{outcome}}：{{code}} 不是关闭码，关闭码是 1000 到 4999 的整数。{{advice}}",
    "not-portable": "`{{call}}` 不可移植：{{code}} 是{{why}}。{{advice}}",
    "below-1000": "`{{call}}` {{outcome}}：{{why}}。{{advice}}",
    "http-status": "`{{call}}` {{outcome}}：{{code}} 是 HTTP 状态码，不是关闭码。{{advice}}",
    reserved: "`{{call}}` {{outcome}}：{{why}}。{{advice}}",
    unassigned: "`{{call}}` {{outcome}}：{{why}}。{{advice}}",
    "above-4999": "`{{call}}` {{outcome}}：{{why}}。{{advice}}",
    "endpoint-only":
      "`{{call}}` {{outcome}}：此 API 只能发送 1000 和 3000-4999，不能发送 {{code}}（{{name}}）。{{advice}}",
    "client-only":
      "`{{call}}` 从服务器发送 {{code}}（{{name}}）：它只属于客户端，服务器应当拒绝握手。{{advice}}",
    "never-sent":
      "`{{comparison}}` 比较的关闭码，遵守协议的对端从不发送：{{why}}。请与 1000-1003、1005-1014 或 3000-4999 比较。",
    impossible:
      "`{{comparison}}` 的结果永远不变：关闭码是 0 到 65535 的整数，而 {{code}} 不是。{{advice}}",
    "swapped-arguments": "`{{call}}` 的参数写反了：关闭码在前，原因在后。请写成 `{{instead}}`。",
    "library-range":
      "`{{call}}` 在应用代码中发送 {{code}}：3000-3999 属于向 IANA 注册的库，{{code}} 可能被某个库赋予别的含义。请使用 4000-4999，例如 {{instead}}。",
    "library-range-registered":
      "`{{call}}` 在应用代码中发送 {{code}}，而它已在 IANA 注册，对所有库都表示“{{name}}”。自定含义请使用 4000-4999，例如 {{instead}}。",
    forwarded:
      "`{{call}}` 转发收到的关闭码，它可能是 {{unsendable}}：此时{{outcome}}。遇到这样的关闭码，请改为发送 1000。",
    "reason-too-long":
      "`{{call}}` 的原因至少有 {{bytes}} 个 UTF-8 字节，而关闭帧最多容纳 123 字节：{{outcome}}。请缩短它。",
    "reason-without-code":
      "`{{call}}` 给出了原因却没有给出关闭码，而关闭帧无法只携带原因：有的运行时抛出错误，有的发送 1000，有的丢弃原因。请给出关闭码，例如 1000。",
    "reason-in-characters":
      "`{{limit}}` 按字符计数，而 `{{call}}` 的原因最多 123 个 UTF-8 字节：42 个汉字就有 126 字节。请按字节截断。",
    "reason-unbounded":
      "`{{call}}` 的原因包含 `{{part}}`，其长度没有上限，而关闭帧最多容纳 123 个 UTF-8 字节。请按字节截断，或者发送固定的文字。",
    "without-code":
      "`{{call}}` 没有给出关闭码：对端只会得到 1005，无法得知连接结束的原因。正常结束请发送 1000，否则请发送说明原因的关闭码。",
    "init-close-event":
      "`initCloseEvent()` 已从 Web 平台移除：调用会抛出 TypeError。请使用构造函数 `new CloseEvent(type, { code, reason, wasClean })`。",
    misnamed:
      "`{{name}}` 是 {{right}}，而 {{code}} 是“{{meaning}}”：这个名称会让人误解关闭的原因。请按 {{code}} 的含义命名，或者将 `{{name}}` 的值改为 {{right}}。",
    "misnamed-unassigned":
      "`{{name}}` 是 {{right}}，而 {{code}} 尚未分配，任何端点都不得发送。请将 `{{name}}` 的值改为 {{right}}。",
    "misnamed-registered":
      "`{{name}}` 与 {{code}} 的含义不符：{{code}} 已在 IANA 注册，对所有库都表示“{{meaning}}”。请将 `{{name}}` 的值改为 4000-4999 之一。",
    "prefer-named": "请使用 `{{name}}`，而不是数字 {{code}}。",
    "replace-code": "将 {{code}} 替换为 {{instead}}。",
    "swap-arguments": "将关闭码放在前面，原因放在后面。",
    "guard-code": "遇到不能发送的关闭码时发送 {{instead}}。",
    "cut-by-bytes": "截断到 123 字节，且不切断字符。",
    "send-normal": "发送 1000（正常关闭）。",
    "construct-close-event": "用同样的值构造事件。",
    "use-name": "将 {{code}} 替换为 `{{name}}`。",
    "import-name": "将 {{code}} 替换为 `{{name}}`，并从 `{{module}}` 导入。",
  },
  outcomes: {
    throws: "{{where}}抛出{{error}}",
    "illegal-frame": "{{where}}发出非法的关闭帧，严格的对端会以 1002 回应",
    "throws-or-illegal-frame": "{{where}}抛出{{error}}，或者发出非法的关闭帧，视运行时而定",
    "empty-frame": "{{where}}发出不带关闭码的关闭帧，对端报告 1005",
    swallowed: "{{where}}不会关闭任何连接，因为错误被吞掉了",
    sent: "{{where}}原样发出，严格的对端会以 1002 回应",
    varies: "抛出错误或者发出别的关闭码，视运行时而定",
  },
  anError: "错误",
  errorName: " {{error}}",
  where: "在{{api}}中",
  apiAsCode: " `{{api}}` ",
  apis: {
    browsers: "浏览器",
    node: " Node.js ",
    deno: " Deno ",
    bun: " Bun ",
    workers: " Cloudflare Workers ",
  },
  neverSent: {
    1004: "1004 是保留的关闭码，暂无含义",
    1005: "1005 在关闭帧不带关闭码时由本地设置，从不发送",
    1006: "1006 在没有收到关闭帧时由本地设置，从不发送",
    1015: "1015 在 TLS 握手失败时由本地设置，从不发送",
    "not-used": "1000 以下的数字不用作关闭码",
    unassigned: "1016-2999 尚未分配，留给协议使用",
    outside: "关闭码到 4999 为止",
  },
  unsendable: {
    "not-for-applications": "{{codes}}，应用程序不能发送",
    "locally-set": "{{codes}}，只在本地设置，从不发送",
  },
  tooLong: {
    browser: "浏览器抛出 SyntaxError",
    ws: "`ws` 抛出 RangeError",
    varies: "会抛出错误、被截断或者发出非法的关闭帧，视运行时而定",
  },
  notPortable: {
    fraction: "小数，有的运行时四舍五入，有的截断，有的拒绝",
    numericString: "字符串，有的运行时将其转换为数字，有的拒绝",
  },
  advice: {
    use: "请使用 {{instead}}。",
    useOrPrivate: "请使用 {{instead}}；自定含义请使用 4000-4999。",
    useOrPrivateSuchAs: "请使用 {{instead}}；自定含义请使用 4000-4999，例如 {{example}}。",
    conventional: "请使用 {{instead}}，这是按惯例与它对应的关闭码。",
    useOrConventional: "请使用 {{instead}}，或者按惯例使用 {{conventional}}。",
    compareWithNumber: "请与数字 {{instead}} 比较。",
    compareWithInteger: "请与整数比较。",
  },
  namedCode: "{{code}}（{{name}}）",
  translated: "{{name}}（{{registered}}）",
  or: " 或 ",
  comma: "、",

  observed: {
    0: "其他运行时报告 1006 的情况，Deno 报告 0；在其他运行时中，0 来自违反协议的对端，或者由脚本构造的事件。",
    1005: "这时 `wasClean` 通常为 true。",
    1006: "这时 `wasClean` 为 false。Deno 报告 0，而不是 1006。",
    1015: "只有 Firefox 在 TLS 握手失败时报告 1015；其他浏览器报告 1006，Deno 报告 0。",
  },
  received: {
    code: "关闭码：1000-1015 由协议定义，3000-3999 属于各个库，4000-4999 由通信双方自行约定。1005 表示关闭帧中没有关闭码，1006 表示没有收到关闭帧（Deno 中为 0）。",
    reason: "对端给出的关闭原因：最多 123 字节的 UTF-8，常常为空；适合写入日志，不适合展示给用户。",
    clean:
      "true 表示连接结束前完成了关闭握手，但不代表成功：关闭码为 1011 或 4001 时也可以是 true，为 1005 时通常也是 true。",
  },
  httpConvention: "常见的惯例是 4000 加 HTTP 状态码：这里对应 {{status}}（{{phrase}}）。",
  sendable: "`{{call}}` 将 {{code}} 发送给对端。",
  labelled: "{{label}}：{{text}}",
  labels: {
    sender: "发送方",
    observer: "可见于",
    references: "参考",
    candidates: "可能是以下之一",
  },
};
