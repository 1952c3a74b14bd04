package io.axptoken.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.axptoken.bench.host.Workspace;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * What callers ask, one after the other and again from the start: whole HTTP requests in a file,
 * each behind a line with its length, so that a million of them take no memory of the callers. A
 * run goes on where the one before it ended. Not for several threads.
 */
public final class Requests {
  private final Path file;
  private final int[] starts;
  private final MappedByteBuffer bytes;
  private long next;

  private Requests(Path file, int[] starts, MappedByteBuffer bytes) {
    this.file = file;
    this.starts = starts;
    this.bytes = bytes;
  }

  /** So many requests, kept in a file of the workspace. */
  public static Requests write(
      Workspace workspace, String name, int count, IntFunction<String> message) throws IOException {
    Path file = workspace.folder().resolve(name + ".requests");
    int[] starts = new int[count + 1];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int i = 0; i < count; i++) {
        byte[] request = message.apply(i).getBytes(US_ASCII);
        byte[] length = (request.length + "\n").getBytes(US_ASCII);
        out.write(length);
        out.write(request);
        starts[i + 1] = Math.addExact(starts[i], length.length + request.length);
      }
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return new Requests(file, starts, channel.map(MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  /** How many there are. */
  public int count() {
    return starts.length - 1;
  }

  /** The number of the request that a run begins with. */
  long next() {
    return next;
  }

  /** Notes that a run ended before the request of this number. */
  void usedUpTo(long number) {
    next = number % count();
  }

  /** Where in the file the next request begins. */
  long nextOffset() {
    return starts[(int) next];
  }

  /** The bytes of one; after the last comes the first again. */
  byte[] message(long number) {
    int index = (int) (number % count());
    int start = starts[index];
    while (bytes.get(start) != '\n') {
      start++;
    }
    byte[] message = new byte[starts[index + 1] - start - 1];
    bytes.get(start + 1, message);
    return message;
  }

  /** One as text. */
  public String text(int number) {
    return new String(message(number), US_ASCII);
  }

  /** Where they are, for callers that are other programs. */
  Path file() {
    return file;
  }
}
