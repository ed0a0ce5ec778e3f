import type ts from "typescript";

type MethodName = {
  [Name in keyof ts.LanguageService]-?: NonNullable<ts.LanguageService[Name]> extends (
    ...args: never[]
  ) => unknown
    ? Name
    : never;
}[keyof ts.LanguageService];

type Method<Name extends MethodName> = NonNullable<ts.LanguageService[Name]>;

/** What each feature makes of TypeScript's own answer to a request. */
export type Features = {
  readonly [Name in MethodName]?: (
    prior: ReturnType<Method<Name>>,
    ...args: Parameters<Method<Name>>
  ) => ReturnType<Method<Name>>;
};

/**
 * A language service with features on top of it. What a feature throws is logged, and TypeScript's
 * own answer stands: a throw would fail the whole request, other plugins' answers included.
 *
 * @param features asked at every request, so that options may change
 */
export function decorate(
  service: ts.LanguageService,
  features: () => Features,
  log: (problem: string) => void,
): ts.LanguageService {
  const target = service as unknown as Record<string, unknown>;
  const decorated: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, member] of Object.entries(target)) {
    decorated[name] =
      typeof member !== "function"
        ? member
        : // All arguments are passed on: newer versions of TypeScript have more of them.
          (...args: unknown[]): unknown => {
            const prior: unknown = (target[name] as (...args: unknown[]) => unknown)(...args);
            try {
              const feature = (features() as Record<string, unknown>)[name];
              return typeof feature === "function" ? (feature(prior, ...args) as unknown) : prior;
            } catch (error) {
              log(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
              return prior;
            }
          };
  }
  return decorated as unknown as ts.LanguageService;
}
