package io.axptoken.bench.load;

import java.io.IOException;

/** Is told of each answer; an exception ends the run. */
@FunctionalInterface
interface AnswerSink {
  /** An answer with this status has come, to a request that was due then. */
  void answered(long dueNanos, long nowNanos, int status) throws IOException;
}
