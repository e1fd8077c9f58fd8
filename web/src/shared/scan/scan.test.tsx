import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { use } from '../words';
import { words as en } from '../words/en';
import { Scan } from '.';

beforeEach(() => use('en', en));
afterEach(() => vi.unstubAllGlobals());

test('without a camera, or without leave to use it, the page says so and says to type', async () => {
  for (const [name, said] of [['NotAllowedError', en['shared.scan.forbidden']], ['NotFoundError', en['shared.scan.none']]] as const) {
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => Promise.reject(Object.assign(new Error(name), { name })) } });
    const page = document.createElement('div');
    await act(async () => render(<Scan label={'x'} onText={() => {}} />, page));
    await vi.waitFor(() => expect(page.textContent).toContain(said));
    expect(page.textContent).toContain(en['shared.scan.type']);
    render(null, page);
  }
});
