// Reads QR codes with the camera: by the browser's own detector where there is one, else by jsqr, which is loaded only
// then. Frames never leave the page.

import './scan.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../notice';
import { t } from '../words';

const LOOK_EVERY_MS = 150;
/** Wider frames are no better for a code held before the camera, and slower. */
const FRAME_WIDTH_MAX = 640;

export type Read = (frame: HTMLCanvasElement) => Promise<string | undefined>;
type State = 'starting' | 'looking' | 'forbidden' | 'none';

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
interface Detectors {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

async function reader(): Promise<Read> {
  const detectors = (globalThis as { BarcodeDetector?: Detectors }).BarcodeDetector;
  if (detectors && (await detectors.getSupportedFormats()).includes('qr_code')) {
    const detector = new detectors({ formats: ['qr_code'] });
    return async (frame) => (await detector.detect(frame))[0]?.rawValue;
  }
  const { default: jsqr } = await import('jsqr');
  return async (frame) => {
    const pixels = frame.getContext('2d', { willReadFrequently: true })!.getImageData(0, 0, frame.width, frame.height);
    return jsqr(pixels.data, pixels.width, pixels.height, { inversionAttempts: 'dontInvert' })?.data;
  };
}

interface Props {
  /** Each code read, also one read before; whoever knows what it must say answers whether it was one. */
  onText: (text: string) => void;
  /** Says what to hold before the camera. */
  label: string;
}

export function Scan({ onText, label }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<State>('starting');
  const heard = useRef(onText);
  heard.current = onText;

  useEffect(() => {
    const ended = new AbortController();
    void look(video.current!, (text) => heard.current(text), setState, ended.signal);
    return () => ended.abort();
  }, []);

  return (
    <div class="scan">
      <video ref={video} class="scan-view" muted playsInline aria-label={label} hidden={state === 'forbidden' || state === 'none'} />
      {state === 'starting' && <p class="quiet">{t('shared.scan.starting')}</p>}
      {state === 'looking' && <p class="quiet">{label}</p>}
      {state === 'forbidden' && <Notice tone="wait" title={t('shared.scan.forbidden')} alert><p>{t('shared.scan.type')}</p></Notice>}
      {state === 'none' && <Notice tone="wait" title={t('shared.scan.none')} alert><p>{t('shared.scan.type')}</p></Notice>}
    </div>
  );
}

async function look(video: HTMLVideoElement, tell: (text: string) => void, setState: (state: State) => void, ended: AbortSignal): Promise<void> {
  let camera: MediaStream;
  try {
    camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' } } });
  } catch (failure) {
    setState((failure as Error)?.name === 'NotAllowedError' ? 'forbidden' : 'none');
    return;
  }
  const stop = () => camera.getTracks().forEach((track) => track.stop());
  if (ended.aborted) return stop();
  ended.addEventListener('abort', stop);
  video.srcObject = camera;
  try {
    const [read] = await Promise.all([reader(), video.play()]);
    setState('looking');
    const frame = document.createElement('canvas');
    while (!ended.aborted) {
      const text = await glance(video, frame, read);
      if (text !== undefined && !ended.aborted) tell(text);
      await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
    }
  } catch {
    stop();
    if (!ended.aborted) setState('none');
  }
}

async function glance(video: HTMLVideoElement, frame: HTMLCanvasElement, read: Read): Promise<string | undefined> {
  if (video.videoWidth === 0) return undefined;
  const scale = Math.min(1, FRAME_WIDTH_MAX / video.videoWidth);
  frame.width = Math.round(video.videoWidth * scale);
  frame.height = Math.round(video.videoHeight * scale);
  frame.getContext('2d', { willReadFrequently: true })!.drawImage(video, 0, 0, frame.width, frame.height);
  return read(frame);
}
