import type { Catalogue, CatalogueType } from "./catalogue/catalogue.ts";
import type { Method, Position, Runtime } from "./catalogue/library.ts";
import { Constants, type Arm } from "./constants.ts";
import { isTelling, namesCloseCode, namesCode, namesEvent, namesSocket } from "./convention.ts";
import { Flow } from "./flow.ts";
import { runtimesOf } from "./runtimes.ts";
import type { Settings } from "./settings.ts";
import type { Evidence, Form, Role, Site, Slot } from "./site.ts";
import type { Kind, Node, Syntax, View, ViewOf } from "./syntax.ts";
import { targetOf } from "./target.ts";
import { isOther, type Value } from "./value.ts";

const CANDIDATES: ReadonlySet<Kind> = new Set<Kind>(["call", "binary", "switch"]);
const EQUALITY: ReadonlySet<string> = new Set(["===", "!==", "==", "!="]);
const RELATIONAL: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);
const MEMBERSHIP: ReadonlySet<string> = new Set(["includes", "indexOf", "has"]);
/** The union of all that names alone may mean. */
const ANY_TARGET = { profiles: ["browser", "endpoint", "endpoint-unchecked"] } as const;

interface Proof {
  readonly evidence: Evidence;
  readonly types: readonly CatalogueType[];
}

/** The sites of one file, found when they are first asked for. */
export class Sites {
  readonly flow: Flow;
  readonly constants: Constants;
  readonly #syntax: Syntax;
  readonly #catalogue: Catalogue;
  readonly #settings: Settings;
  #all: readonly Site[] | undefined;
  #runtimes: ReadonlySet<Runtime> | undefined;

  constructor(syntax: Syntax, catalogue: Catalogue, settings: Settings) {
    this.#syntax = syntax;
    this.#catalogue = catalogue;
    this.#settings = settings;
    this.flow = new Flow(syntax, catalogue);
    this.constants = new Constants(syntax, this.flow);
  }

  /** Every site, in source order. */
  all(): readonly Site[] {
    if (!this.#all) {
      const sites: Site[] = [];
      this.#syntax.walk((node, view) => {
        const site = this.#siteOf(node, view);
        if (site) sites.push(site);
      }, CANDIDATES);
      this.#all = sites;
    }
    return this.#all;
  }

  /** The site and the slot under an offset; evaluates nothing but what stands there. */
  at(offset: number): { readonly site: Site; readonly slot: Slot } | undefined {
    for (let node = this.#syntax.at(offset); node; node = this.#syntax.parent(node)) {
      const view = this.#syntax.look(node);
      if (view.kind === "function" || view.kind === "class") return undefined;
      const site = CANDIDATES.has(view.kind) ? this.#siteOf(node, view) : undefined;
      const slot = site?.slots.find(({ range }) => range.start <= offset && offset <= range.end);
      if (site && slot) return { site, slot };
    }
    return undefined;
  }

  #siteOf(node: Node, view: View): Site | undefined {
    switch (view.kind) {
      case "call":
        return this.#sendSite(node, view) ?? this.#membershipSite(node, view);
      case "binary":
        return this.#comparisonSite(node, view);
      case "switch":
        return this.#switchSite(node, view);
      default:
        return undefined;
    }
  }

  // ---- sending

  #sendSite(node: Node, view: ViewOf<"call">): Site | undefined {
    const name = this.#nameOf(view.callee);
    if (view.construct) return this.#constructSite(node, view, name);
    if (name === undefined || !this.#catalogue.sends(name)) return undefined;
    const found = this.#sender(view, name);
    if (!found) return undefined;
    const { proof, method, receiver } = found;
    const code = method.send && this.#argument(view, method.send.code);
    if (!code && view.args.length > 0) return undefined;
    const reason =
      method.send?.reason === undefined ? undefined : this.#argument(view, method.send.reason);
    return {
      ...this.#site("send", "call", node, proof),
      slots: code ? this.#slots(code) : [],
      subject: receiver,
      method: name,
      ...(code && { code }),
      ...(reason && { reason }),
    };
  }

  /** Who sends, by what method: by flow, by type, by convention. */
  #sender(
    view: ViewOf<"call">,
    name: string,
  ): { proof: Proof; method: Method; receiver: Node | undefined } | undefined {
    const callee = this.#syntax.look(view.callee);
    const receiver = callee.kind === "member" ? callee.object : undefined;
    const values = this.flow.valuesOf(view.callee);
    const methods = values.flatMap((value) =>
      value.is === "method" && value.type && value.method.send
        ? [{ ...value, type: value.type }]
        : [],
    );
    const [first] = methods;
    if (first) {
      const types = methods.map(({ type }) => type);
      return { proof: { evidence: "flow", types }, method: first.method, receiver };
    }
    if (values.length > 0 || !receiver) return undefined;
    const receivers = this.flow.valuesOf(receiver);
    if (isOther(receivers) || receivers.some(({ is }) => is === "instance")) return undefined;
    const typed = this.#typesOf(receiver);
    const sending = typed.filter((type) => type.method(name)?.send);
    const byType = sending[0]?.method(name);
    if (byType) return { proof: { evidence: "type", types: sending }, method: byType, receiver };
    if (typed.length > 0 || !this.#suggestsSend(view, name, receiver)) return undefined;
    const method: Method = { send: { code: 0, reason: 1 } };
    return { proof: { evidence: "convention", types: [] }, method, receiver };
  }

  #suggestsSend(view: ViewOf<"call">, name: string, receiver: Node): boolean {
    const code = view.args[0];
    if (name !== "close" || !code || view.args.length > 2) return false;
    const socket = this.#nameOf(receiver);
    if (socket === undefined || !namesSocket(socket)) return false;
    return this.constants.armsOf(code).every((arm) => {
      if (arm.static.known) return isTelling(arm.static.value);
      const spelled = this.#nameOf(arm.node);
      return spelled !== undefined && (namesCode(spelled) || namesCloseCode(spelled));
    });
  }

  #constructSite(node: Node, view: ViewOf<"call">, name: string | undefined): Site | undefined {
    if (name === undefined) return undefined;
    const types = this.flow
      .valuesOf(view.callee)
      .flatMap((value) => (value.is === "class" ? [value.type] : []));
    const send = types[0]?.get("construct")?.send;
    if (!send) return undefined;
    const code = this.#argument(view, send.code);
    if (!code) return undefined;
    const reason = send.reason === undefined ? undefined : this.#argument(view, send.reason);
    return {
      ...this.#site("send", "construct", node, { evidence: "flow", types }),
      slots: this.#slots(code),
      subject: undefined,
      method: name,
      code,
      ...(reason && { reason }),
    };
  }

  /** What stands at a position of a call. */
  #argument(view: ViewOf<"call">, position: Position): Node | undefined {
    const [index, key] = typeof position === "number" ? [position, undefined] : position;
    if (view.args.slice(0, index + 1).some((arg) => this.#syntax.look(arg).kind === "spread"))
      return undefined;
    const arg = view.args[index];
    if (!arg || key === undefined) return arg;
    const options = this.#syntax.look(arg);
    return options.kind === "object"
      ? options.properties.find(({ name }) => name === key)?.value
      : undefined;
  }

  // ---- receiving

  #comparisonSite(node: Node, view: ViewOf<"binary">): Site | undefined {
    const form = EQUALITY.has(view.operator)
      ? "comparison"
      : RELATIONAL.has(view.operator)
        ? "range"
        : undefined;
    if (!form) return undefined;
    const { left, right, operator } = view;
    return (
      this.#received(node, form, left, right ? [right] : [], operator) ??
      (right && this.#received(node, form, right, [left], operator))
    );
  }

  #switchSite(node: Node, view: ViewOf<"switch">): Site | undefined {
    const tests = view.cases.flatMap(({ test }) => (test ? [test] : []));
    return this.#received(node, "switch", view.subject, tests);
  }

  /** `[1000, 1001].includes(code)`, `RETRY.has(event.code)`. */
  #membershipSite(node: Node, view: ViewOf<"call">): Site | undefined {
    const callee = this.#syntax.look(view.callee);
    const [subject] = view.args;
    if (callee.kind !== "member" || callee.name === undefined || !subject) return undefined;
    if (!MEMBERSHIP.has(callee.name)) return undefined;
    const list = this.#listOf(callee.object);
    return list && this.#received(node, "membership", subject, list);
  }

  /** The elements that an array or a Set is written with, where it stands or where it is declared. */
  #listOf(node: Node): readonly Node[] | undefined {
    const view = this.#syntax.look(node);
    if (view.kind === "array") return view.elements.flatMap((element) => element ?? []);
    if (view.kind === "call" && view.construct && this.#nameOf(view.callee) === "Set")
      return view.args[0] && this.#listOf(view.args[0]);
    const name = view.kind === "identifier" ? this.#syntax.binding(node, "value") : undefined;
    if (name?.kind === "variable" && name.constant && name.init && name.path.length === 0)
      return this.#listOf(name.init);
    if (view.kind !== "member" || view.name === undefined) return undefined;
    const owner = this.constants.declarationOf(view.object);
    const declared = owner && this.#syntax.look(owner);
    if (declared?.kind !== "class") return undefined;
    const field = declared.members.find((m) => m.kind === "field" && m.name === view.name);
    return field?.value && this.#listOf(field.value);
  }

  #received(
    node: Node,
    form: Form,
    subject: Node,
    against: readonly Node[],
    operator?: string,
  ): Site | undefined {
    const arms = against.flatMap((one) => this.#slots(one));
    if (!this.#mayHoldCode(subject, arms)) return undefined;
    const proof = this.#receiver(subject, arms);
    if (!proof) return undefined;
    return {
      ...this.#site("receive", form, node, proof),
      slots: arms,
      subject,
      ...(operator !== undefined && { operator }),
    };
  }

  /** Cheap doubts first: most comparisons of a program are about something else. */
  #mayHoldCode(subject: Node, against: readonly Slot[]): boolean {
    const view = this.#syntax.look(subject);
    if (view.kind !== "identifier" && view.kind !== "member") return false;
    const { name } = view;
    if (name === undefined) return false;
    const telling = against.some(({ static: s }) => !s.known || isTelling(s.value));
    return view.kind === "member"
      ? /code|status|reason/i.test(name)
      : telling || /code|status|reason/i.test(name);
  }

  #receiver(subject: Node, against: readonly Slot[]): Proof | undefined {
    const values = this.flow.valuesOf(subject);
    const types = values.flatMap((value) =>
      value.is === "role" && value.role === "code" && value.owner ? [value.owner] : [],
    );
    if (types.length > 0) return { evidence: "flow", types };
    if (isOther(values)) return undefined;
    const view = this.#syntax.look(subject);
    if (view.kind === "member" && view.name !== undefined) {
      const { name } = view;
      if (isOther(this.flow.valuesOf(view.object))) return undefined;
      const typed = this.#typesOf(view.object);
      const events = typed.filter((type) => type.member(name) === "code");
      if (events.length > 0) return { evidence: "type", types: events };
      if (typed.length > 0) return undefined;
    }
    return this.#suggestsReceive(subject, view, against)
      ? { evidence: "convention", types: [] }
      : undefined;
  }

  #suggestsReceive(subject: Node, view: View, against: readonly Slot[]): boolean {
    const some = against.some(({ static: s }) => s.known && isTelling(s.value));
    const others = against.some(({ static: s }) => s.known && typeof s.value !== "number");
    if (!some || others) return false;
    if (view.kind === "identifier") {
      const binding = this.#syntax.binding(subject, "value");
      return (
        namesCloseCode(view.name) ||
        (namesCode(view.name) && binding?.kind === "parameter" && this.#closes(binding.function))
      );
    }
    if (view.kind !== "member" || view.name === undefined) return false;
    const object = this.#nameOf(view.object);
    return (
      namesCloseCode(view.name) ||
      (namesCode(view.name) && object !== undefined && namesEvent(object))
    );
  }

  /** A function that is named after closing, or takes a reason beside the code. */
  #closes(fn: Node): boolean {
    const view = this.#syntax.look(fn);
    if (view.kind !== "function") return false;
    if (view.name !== undefined && /close|disconnect/i.test(view.name)) return true;
    const next = view.params[1]?.target;
    return next !== undefined && /reason/i.test(this.#nameOf(next) ?? "");
  }

  // ---- both

  #site(
    role: Role,
    form: Form,
    node: Node,
    { evidence, types }: Proof,
  ): Omit<Site, "slots" | "subject"> {
    this.#runtimes ??= runtimesOf(this.#syntax, this.#catalogue, this.#settings);
    const target = evidence === "convention" ? ANY_TARGET : targetOf(types, this.#runtimes);
    return { role, form, node, range: this.#syntax.range(node), evidence, types, target };
  }

  #slots(code: Node): readonly Slot[] {
    return this.constants
      .armsOf(code)
      .map((arm: Arm) => ({ ...arm, range: this.#syntax.range(arm.node) }));
  }

  #typesOf(node: Node): readonly CatalogueType[] {
    const facts = this.#syntax.types?.of(node) ?? [];
    return facts.flatMap((fact) => this.#catalogue.declared(fact) ?? []);
  }

  /** The last name of an expression: `ws`, `this.#ws`, `getSocket()`; the class's for `this`. */
  #nameOf(node: Node): string | undefined {
    const view = this.#syntax.look(node);
    switch (view.kind) {
      case "identifier":
      case "member":
        return view.name;
      case "call":
        return this.#nameOf(view.callee);
      case "this":
      case "super": {
        const owner = this.flow
          .thisAt(node)
          .find((value): value is Value & { node: Node } => "node" in value);
        const around = owner && this.#syntax.look(owner.node);
        return around?.kind === "class" || around?.kind === "function" ? around.name : undefined;
      }
      default:
        return undefined;
    }
  }
}
