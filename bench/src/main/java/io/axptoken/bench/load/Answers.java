package io.axptoken.bench.load;

import java.util.Arrays;

/** All that became of the requests of a run, in the order in which that was known. */
public final class Answers {
  /** The status of a request that was given up, since every connection was waiting. */
  public static final int GIVEN_UP = 0;

  private long[] due = new long[1 << 16];
  private int[] took = new int[1 << 16];
  private short[] status = new short[1 << 16];
  private int count;

  /** Notes one; may be called by several threads. */
  public synchronized void add(long dueNanos, long tookNanos, int itsStatus) {
    if (count == due.length) {
      due = Arrays.copyOf(due, count * 2);
      took = Arrays.copyOf(took, count * 2);
      status = Arrays.copyOf(status, count * 2);
    }
    due[count] = dueNanos;
    took[count] = (int) Math.min(tookNanos / 1000, Integer.MAX_VALUE);
    status[count++] = (short) itsStatus;
  }

  /** How many there are. */
  public synchronized int count() {
    return count;
  }

  /** When the request was due. */
  public long dueNanos(int index) {
    return due[index];
  }

  /** How long its caller waited, from then on, to the microsecond. */
  public long tookNanos(int index) {
    return took[index] * 1000L;
  }

  /** The status of its answer, or {@link #GIVEN_UP}. */
  public int status(int index) {
    return status[index];
  }
}
