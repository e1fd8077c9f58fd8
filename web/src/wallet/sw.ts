/// <reference lib="webworker" />
import { keepShell } from '../shared/worker/shell';

keepShell(self as unknown as ServiceWorkerGlobalScope, '/wallet/');
