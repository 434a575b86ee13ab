/* Where a movement's figure stands: the box that holds every phase, from the head of its track (core/body/track.h). */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const HEADER_BYTES = 20;
const EMPTY: Box = { left: -90, top: -120, right: 90, bottom: 10 };

export function frameOf(bytes: Uint8Array): Box {
  if (bytes.length < HEADER_BYTES) return EMPTY;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const box = {
    left: view.getInt16(12, true),
    top: view.getInt16(14, true),
    right: view.getInt16(16, true),
    bottom: view.getInt16(18, true),
  };
  return box.right > box.left && box.bottom > box.top ? box : EMPTY;
}

/* The camera that sees a track's mirror image from the other side (0 the person's right, 90 the front). */
export function turnedCamera(bytes: Uint8Array): { yaw: number; pitch: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  return { yaw: 180 - view.getInt16(8, true) / 10, pitch: view.getInt16(10, true) / 10 };
}

/* The disc behind the person: its centre and radius in centimetres, from the box alone, so that it stands still. */
export interface Disc {
  x: number;
  y: number;
  radius: number;
}

export function discOf(box: Box): Disc {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  return {
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
    radius: Math.max(width * 0.42, height * 0.56),
  };
}
