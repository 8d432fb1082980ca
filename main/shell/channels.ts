/** Names on the wire between preload and shell. The preload is bundled from this file alone: keep it free of packages. */
export const CALL = {
  requestPort: 'adapta:requestPort',
  pickOpen: 'adapta:pickOpen',
  pickSave: 'adapta:pickSave',
  pickFolder: 'adapta:pickFolder',
  grantDropped: 'adapta:grantDropped',
  reveal: 'adapta:reveal',
  copyText: 'adapta:copyText',
  restartEngine: 'adapta:restartEngine',
  openExternal: 'adapta:openExternal',
  setLanguage: 'adapta:setLanguage',
  setMenuPlace: 'adapta:setMenuPlace',
  readyToClose: 'adapta:readyToClose',
} as const;

/** Shell → page. */
export const PUSH = {
  port: 'adapta:port',
  menu: 'adapta:menu',
  engineState: 'adapta:engineState',
  closing: 'adapta:closing',
} as const;

/** Facts the page needs before the first call, passed as arguments of its process. */
export const FACT = {
  language: '--adapta-language=',
  version: '--adapta-version=',
} as const;
