package io.axptoken.bench.stub;

import io.axptoken.bench.wire.HttpFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One caller of the stub: reads requests, writes an answer to each. */
final class StubConnection {
  private final ByteChannel channel;
  private final HttpFrames frames = new HttpFrames();
  private final Function<String, ByteBuffer> answers;

  StubConnection(ByteChannel channel, Function<String, ByteBuffer> answers) {
    this.channel = channel;
    this.answers = answers;
  }

  /** Answers all whole requests; whatever is wrong with the connection ends it. */
  void serve() {
    try {
      frames.readFrom(channel);
      for (@Nullable String line = frames.next(); line != null; line = frames.next()) {
        write(answers.apply(line));
      }
    } catch (IOException e) {
      close();
    }
  }

  // An answer fits the socket's buffer, since callers wait for it before they ask again.
  private void write(ByteBuffer answer) throws IOException {
    while (answer.hasRemaining()) {
      channel.write(answer);
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException ignored) {
      // It is gone either way.
    }
  }
}
