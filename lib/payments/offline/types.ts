/** An amount recorded as paid outside the platform, in minor units. */
export type OfflineRecord = {
  id: string;
  amount: number;
  recordedAt: Date;
  /** By name, for whoever looks later. */
  recordedBy: string | null;
  isTakenOut: boolean;
};
