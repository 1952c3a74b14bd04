package io.axptoken.server.rehearsal;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection of a rehearsal, which asks one request after another until it is enough. */
final class Caller {
  private static final String HEAD_END = "\r\n\r\n";
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  private final NetSocket socket;
  private final IntFunction<byte[]> requests;
  private final BooleanSupplier enough;
  private final Promise<Void> done = Promise.promise();
  private final StringBuilder answer = new StringBuilder();
  private int number;

  private Caller(NetSocket socket, IntFunction<byte[]> requests, BooleanSupplier enough) {
    this.socket = socket;
    this.requests = requests;
    this.enough = enough;
  }

  /** Asks; the future ends when it was enough, or the connection broke. */
  static Future<Void> ask(NetSocket socket, IntFunction<byte[]> requests, BooleanSupplier enough) {
    var caller = new Caller(socket, requests, enough);
    socket.handler(caller::came);
    socket.closeHandler(_ -> caller.done.tryComplete());
    caller.next();
    return caller.done.future();
  }

  private void next() {
    if (enough.getAsBoolean()) {
      socket.close();
    } else {
      socket.write(Buffer.buffer(requests.apply(number)));
      number++;
    }
  }

  private void came(Buffer part) {
    answer.append(part.toString(StandardCharsets.ISO_8859_1));
    int headEnd = answer.indexOf(HEAD_END);
    if (headEnd >= 0 && answer.length() >= headEnd + HEAD_END.length() + bodyLength(headEnd)) {
      answer.setLength(0);
      next();
    }
  }

  private int bodyLength(int headEnd) {
    Matcher length = LENGTH.matcher(answer.substring(0, headEnd));
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }
}
