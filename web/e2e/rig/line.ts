// The line between a page and the server, which can fail: an answer lost on its way back, a request lost on its way
// there. The server has carried out what it answered; the page does not know.

import { createServer, request, type IncomingMessage, type Server as Http, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Fault = 'answer' | 'request';

interface Rule {
  verb: string;
  path: RegExp;
  fault: Fault;
  times: number;
  done: () => void;
}

export class Line {
  readonly url: string;
  /** Calls of the API that reached the server, as `POST /v1/pos/logout`. */
  readonly passed: string[] = [];
  readonly #to: string;
  readonly #http: Http;
  #rules: Rule[] = [];

  private constructor(to: string, http: Http) {
    this.#to = to;
    this.#http = http;
    this.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    http.on('request', (asked: IncomingMessage, answer: ServerResponse) => this.#pass(asked, answer));
  }

  static async open(to: string): Promise<Line> {
    const http = createServer();
    await new Promise<void>((open) => http.listen(0, '127.0.0.1', open));
    return new Line(to, http);
  }

  /** The next `times` calls like this one fail so; resolves when the last of them has. */
  lose(fault: Fault, verb: string, path: RegExp, times = 1): Promise<void> {
    return new Promise((done) => this.#rules.push({ verb, path, fault, times, done }));
  }

  /** Calls that fail no more. */
  mend(): void {
    this.#rules = [];
  }

  async close(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise((closed) => this.#http.close(closed));
  }

  #fault(verb: string, path: string): Fault | undefined {
    const rule = this.#rules.find((one) => one.times > 0 && one.verb === verb && one.path.test(path));
    if (!rule) return undefined;
    rule.times -= 1;
    if (rule.times === 0) setImmediate(rule.done);
    return rule.fault;
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    // A browser repeats by itself what fails on a connection used before; here each try is the page's own.
    answer.shouldKeepAlive = false;
    const path = asked.url ?? '/';
    const fault = this.#fault(asked.method ?? 'GET', path);
    if (fault === 'request') return void asked.destroy();
    const onward = request(this.#to + path, { method: asked.method ?? 'GET', headers: { ...asked.headers, host: new URL(this.#to).host } }, (came) => {
      if (/^\/(api\/v1|v1)\//.test(path)) this.passed.push(`${asked.method} ${path}`);
      if (fault === 'answer') {
        came.resume();
        came.on('end', () => answer.destroy());
        return;
      }
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  }
}
