import './zod-config.ts';
import './fonts/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { startI18n } from '#renderer/i18n/index.ts';
import { App } from './app.tsx';
import { listenToMenu } from './menu-commands.ts';
import { SessionContext, type Session } from './session.ts';
import { createTransport } from './transport.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const bridge = window.adapta;
const session: Session = { bridge, transport: createTransport(bridge, window) };
listenToMenu(bridge);
await startI18n(bridge.platform.language);

createRoot(root).render(
  <SessionContext value={session}>
    <App />
  </SessionContext>,
);
