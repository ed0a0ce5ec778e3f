import type { Library } from "../library.ts";

/** Wallets (EIP-1193): `error.code === 4001` is a refusal by the user. */
export const ethereum = {
  name: "look-alikes/ethereum",
  title: "EIP-1193 providers",
  lookAlike: true,
  globals: { ethereum: "Provider" },
  types: {
    Provider: {
      declared: [
        { from: "package", package: "ethers", name: "Eip1193Provider" },
        { from: "package", package: "@metamask/providers", name: "MetaMaskInpageProvider" },
      ],
      on: { disconnect: ["ProviderRpcError"] },
    },
    ProviderRpcError: {
      declared: [
        { from: "package", package: "viem", name: "ProviderRpcError" },
        { from: "package", package: "@metamask/rpc-errors", name: "EthereumProviderError" },
      ],
      members: { code: "Value" },
    },
    /** A value that is no close code. */
    Value: {},
  },
} as const satisfies Library;
