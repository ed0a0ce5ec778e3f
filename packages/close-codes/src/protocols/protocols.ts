import type { Protocol, ProtocolCode } from "./protocol.ts";
import { assemblyaiRealtime } from "./assemblyai-realtime.ts";
import { assemblyaiStreaming } from "./assemblyai-streaming.ts";
import { colyseus } from "./colyseus.ts";
import { discordGateway } from "./discord-gateway.ts";
import { discordRpc } from "./discord-rpc.ts";
import { discordVoice } from "./discord-voice.ts";
import { fluxerGateway } from "./fluxer-gateway.ts";
import { graphqlTransportWs } from "./graphql-transport-ws.ts";
import { hocuspocus } from "./hocuspocus.ts";
import { liveblocks } from "./liveblocks.ts";
import { obsWebsocket } from "./obs-websocket.ts";
import { pandascore } from "./pandascore.ts";
import { pusherChannels } from "./pusher-channels.ts";
import { sockjs } from "./sockjs.ts";
import { spring } from "./spring.ts";
import { subscriptionsTransportWs } from "./subscriptions-transport-ws.ts";
import { tldrawSync } from "./tldraw-sync.ts";
import { twitchEventsub } from "./twitch-eventsub.ts";

/** Every application protocol whose close codes are known, in alphabetical order of their ids. */
export const protocols: readonly Protocol[] = [
  assemblyaiRealtime,
  assemblyaiStreaming,
  colyseus,
  discordGateway,
  discordRpc,
  discordVoice,
  fluxerGateway,
  graphqlTransportWs,
  hocuspocus,
  liveblocks,
  obsWebsocket,
  pandascore,
  pusherChannels,
  sockjs,
  spring,
  subscriptionsTransportWs,
  tldrawSync,
  twitchEventsub,
];

/** What a code may mean, and in which protocol. */
export interface ProtocolMeaning extends ProtocolCode {
  readonly protocol: Protocol;
  /** Whether the program imports a package of that protocol. */
  readonly imported: boolean;
}

/**
 * What application protocols mean by a code: the protocols that the program imports, if they define
 * it; otherwise all that do, as candidates, for 4000-4999 mean nothing by themselves.
 *
 * @param code an integer from 0 to 65535
 * @param imported module specifiers as the program writes them, such as `discord-api-types/voice/v8`
 */
export function protocolCodes(
  code: number,
  imported: readonly string[] = [],
): readonly ProtocolMeaning[] {
  const ids = new Set(imported.flatMap(protocolsOf).map(({ id }) => id));
  const meanings = protocols.flatMap((protocol) =>
    protocol.codes
      .filter((each) => each.code === code)
      .map((each) => ({ ...each, protocol, imported: ids.has(protocol.id) })),
  );
  const certain = meanings.filter((meaning) => meaning.imported);
  return certain.length > 0 ? certain : meanings;
}

/** The protocols of a module, by the most exact package: `discord-api-types/voice/v8` is voice. */
function protocolsOf(specifier: string): readonly Protocol[] {
  const matches = protocols.flatMap((protocol) =>
    protocol.packages
      .filter((name) => specifier === name || specifier.startsWith(`${name}/`))
      .map((name) => ({ protocol, length: name.length })),
  );
  const longest = Math.max(...matches.map(({ length }) => length));
  return matches.filter(({ length }) => length === longest).map(({ protocol }) => protocol);
}
