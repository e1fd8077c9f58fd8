// The real program with demo data, in a folder and on a port of its own, for one file of tests.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROGRAM = process.env.E2E_PROGRAM ?? resolve(import.meta.dirname, '../../../target/debug/specie');
const START_MS_MAX = 90_000;
const STOP_MS_MAX = 15_000;

export interface DemoPos {
  pos_id: string;
  owner_id: string;
  access_key: string;
  profile: string;
  currencies: string[];
}
export interface DemoWallet {
  wallet_id: string;
  phone_number: string;
  accounts: { account_id: string; currency: string; balance: string }[];
}
export interface DemoPerson {
  name: string;
  role: 'admin' | 'finance' | 'wallet_backend' | 'auditor';
  password: string;
  otp_seed: string;
}
export interface Demo {
  operator_key: string;
  seed: { pos_id: string; access_key: string; phone_number: string; wallet_id: string; account_id: string };
  pos: DemoPos[];
  wallets: DemoWallet[];
  staff: DemoPerson[];
}

export class Server {
  readonly url: string;
  readonly demo: Demo;
  readonly #folder: string;
  readonly #listen: string;
  readonly #more: string[];
  #program: ChildProcess;

  private constructor(url: string, demo: Demo, folder: string, more: string[], program: ChildProcess) {
    this.url = url;
    this.demo = demo;
    this.#folder = folder;
    this.#listen = new URL(url).host;
    this.#more = more;
    this.#program = program;
  }

  /** `more`: further flags of `specie demo`. */
  static async start(...more: string[]): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), 'specie-e2e-'));
    const data = join(folder, 'data');
    const { program, url } = await run(data, '127.0.0.1:0', more);
    const demo = JSON.parse(await readFile(join(data, 'demo.json'), 'utf8')) as Demo;
    return new Server(url, demo, folder, more, program);
  }

  /** Ends at once, as when the power fails. The data stay. */
  async kill(): Promise<void> {
    await end(this.#program, 'SIGKILL');
  }

  /** Starts again on the same data and the same port. */
  async restart(): Promise<void> {
    await end(this.#program, 'SIGTERM');
    const { program } = await run(join(this.#folder, 'data'), this.#listen, this.#more);
    this.#program = program;
  }

  async stop(): Promise<void> {
    await end(this.#program, 'SIGTERM');
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** A call of our own API as the operator. */
  async operator<T>(verb: string, path: string, body?: unknown): Promise<T> {
    return this.call<T>(verb, `/api/v1${path}`, { authorization: `Bearer ${this.demo.operator_key}` }, body);
  }

  /** A call of the POS wire, as another POS beside the page would make it. */
  async pos<T>(verb: string, path: string, headers: Record<string, string>): Promise<T> {
    return this.call<T>(verb, `/v1/pos${path}`, headers);
  }

  async call<T>(verb: string, path: string, headers: Record<string, string>, body?: unknown): Promise<T> {
    const answer = await fetch(this.url + path, {
      method: verb,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${verb} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

async function run(data: string, listen: string, more: string[]): Promise<{ program: ChildProcess; url: string }> {
  const program = spawn(PROGRAM, ['demo', '--data', data, '--listen', listen, ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const url = await new Promise<string>((done, failed) => {
    const late = setTimeout(() => failed(new Error(`the program did not listen in time; it said:\n${said}`)), START_MS_MAX);
    const hear = (piece: Buffer) => {
      said += piece.toString();
      const found = /specie listens on (http:\/\/\S+)/.exec(said)?.[1];
      if (found) {
        clearTimeout(late);
        done(found);
      }
    };
    program.stdout!.on('data', hear);
    program.stderr!.on('data', hear);
    program.once('error', failed);
    program.once('exit', (code) => failed(new Error(`the program ended with ${code}; it said:\n${said}`)));
  });
  program.stdout!.resume();
  program.stderr!.resume();
  return { program, url };
}

async function end(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = new Promise<void>((done) => program.once('exit', () => done()));
  program.kill(signal);
  const late = setTimeout(() => program.kill('SIGKILL'), STOP_MS_MAX);
  await gone;
  clearTimeout(late);
}
