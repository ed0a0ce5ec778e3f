export { zhCN, zhCN as default } from "./texts/zh-CN.ts";
