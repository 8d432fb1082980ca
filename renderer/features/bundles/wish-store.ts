import { getLocalTimeZone, today } from '@internationalized/date';
import { create } from 'zustand';
import type { BundleWish } from './use-preview.ts';

interface WishState {
  readonly wish: BundleWish;
  readonly change: (part: Partial<BundleWish>) => void;
}

/** The bundle as wished for. It outlives the view: stepping out to the library and back loses nothing typed. */
export const useWish = create<WishState>((set) => ({
  wish: { documents: [], profile: 'facilitator', title: '', date: today(getLocalTimeZone()).toString(), place: '' },
  change: (part) => set(({ wish }) => ({ wish: { ...wish, ...part } })),
}));
