import { en, type MessageId } from "ws-close-codes";

/** The templates of a rule's messages, which every host shares. */
export function messages<Id extends MessageId>(...ids: readonly Id[]): Record<Id, string> {
  return Object.fromEntries(ids.map((id) => [id, en.messages[id]])) as Record<Id, string>;
}
