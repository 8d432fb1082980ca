import { crc32, deflateSync } from 'node:zlib';

/** Colours the drawings use, by palette number: paper, ink, clay, grass, sky, sand. */
const PALETTE = [0xff_ff_ff, 0x2b_2b_2b, 0xb0_5a_3c, 0x5f_8f_4e, 0x3d_6f_91, 0xd9_c7_9c] as const;
type Colour = 0 | 1 | 2 | 3 | 4 | 5;

class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8Array(width * height);
  }

  rectangle(left: number, top: number, width: number, height: number, colour: Colour): void {
    for (let y = top; y < top + height; y += 1) {
      this.#pixels.fill(colour, y * this.width + left, y * this.width + left + width);
    }
  }

  disc(centreX: number, centreY: number, radius: number, colour: Colour): void {
    for (let y = -radius; y <= radius; y += 1) {
      const half = Math.floor(Math.sqrt(radius * radius - y * y));
      this.rectangle(centreX - half, centreY + y, 2 * half + 1, 1, colour);
    }
  }

  /** PNG, one byte of palette index a pixel, no time stamp. */
  png(): Uint8Array {
    const rows = new Uint8Array((this.width + 1) * this.height);
    for (let y = 0; y < this.height; y += 1) {
      rows.set(this.#pixels.subarray(y * this.width, (y + 1) * this.width), y * (this.width + 1) + 1);
    }
    const header = new Uint8Array(13);
    const view = new DataView(header.buffer);
    view.setUint32(0, this.width);
    view.setUint32(4, this.height);
    header.set([8, 3, 0, 0, 0], 8);
    const palette = new Uint8Array(PALETTE.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]));
    return Buffer.concat([
      new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]),
      chunk('IHDR', header),
      chunk('PLTE', palette),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', new Uint8Array()),
    ]);
  }
}

/** PNG 1.2, clause 3.2: length, type, data, CRC of type and data. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

function person(canvas: Canvas, x: number, ground: number, height: number, colour: Colour): void {
  const head = Math.round(height / 7);
  canvas.disc(x, ground - height + head, head, colour);
  canvas.rectangle(x - head, ground - height + 2 * head + 2, 2 * head, height - 2 * head - 2, colour);
}

const DRAWINGS: Readonly<Record<string, () => Canvas>> = {
  queue: () => {
    const canvas = new Canvas(480, 160);
    canvas.rectangle(0, 140, 480, 4, 1);
    canvas.rectangle(20, 20, 90, 120, 5);
    canvas.rectangle(40, 45, 50, 40, 4);
    for (const [index, height] of [84, 90, 52, 88, 76].entries()) {
      person(canvas, 160 + index * 66, 140, height, index === 2 ? 3 : 1);
    }
    canvas.rectangle(444, 92, 4, 48, 2);
    return canvas;
  },
  journey: () => {
    const canvas = new Canvas(480, 120);
    canvas.rectangle(40, 58, 400, 4, 1);
    for (const [index, colour] of ([3, 3, 2, 2, 1] as const).entries()) canvas.disc(40 + index * 100, 60, 22, colour);
    return canvas;
  },
  layers: () => {
    const canvas = new Canvas(480, 150);
    canvas.rectangle(40, 15, 400, 36, 4);
    canvas.rectangle(90, 57, 300, 36, 3);
    canvas.rectangle(150, 99, 180, 36, 2);
    return canvas;
  },
};

/** A drawing by name with its size in pixels. */
export function drawing(name: string): { readonly png: Uint8Array; readonly width: number; readonly height: number } {
  const canvas = DRAWINGS[name]?.();
  if (canvas === undefined) throw new Error(`no drawing named ${name}`);
  return { png: canvas.png(), width: canvas.width, height: canvas.height };
}
