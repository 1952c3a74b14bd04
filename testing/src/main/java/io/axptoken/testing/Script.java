package io.axptoken.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a {@link RawServer} does with one connection. When it returns, the connection is closed; an
 * {@link IOException}, as when the peer goes away, ends it too.
 */
@FunctionalInterface
public interface Script {
  /** Plays the server's part. */
  void play(Conversation peer) throws IOException;

  /** Answers every request of the connection properly. */
  static Script answer(int status, String body) {
    return peer -> {
      while (true) {
        peer.request();
        peer.send(Conversation.answer(status, body));
      }
    };
  }

  /**
   * Answers one request as if the connection would stay open, then closes it. It counts as open
   * until the peer has seen that.
   */
  static Script answerThenClose(int status, String body) {
    return peer -> {
      peer.request();
      peer.send(Conversation.answer(status, body));
      peer.finish();
    };
  }

  /** An HTTP proxy that lets everybody through. */
  static Script tunnel() {
    return Conversation::tunnel;
  }

  /** Answers one request, one byte at a time. */
  static Script byteByByte(int status, String body) {
    return peer -> {
      peer.request();
      for (byte b : Conversation.answer(status, body).getBytes(StandardCharsets.UTF_8)) {
        peer.send(new byte[] {b});
      }
      peer.stall();
    };
  }

  /** Accepts the connection and never says a word. */
  static Script stall() {
    return Conversation::stall;
  }

  /** Sends the headers of an answer and nothing after them. */
  static Script stallAfterHeaders() {
    return stallAfter(Conversation.head(200, 100));
  }

  /** Sends the headers and a part of the body. */
  static Script stallMidBody() {
    return stallAfter(Conversation.head(200, 100) + "{\"half\":");
  }

  /** Answers the first request with exactly this text, then says nothing more. */
  static Script stallAfter(String text) {
    return peer -> {
      peer.request();
      peer.send(text);
      peer.stall();
    };
  }

  /** Resets the connection as soon as it has a request. */
  static Script reset() {
    return peer -> {
      peer.request();
      peer.reset();
    };
  }

  /** Resets the connection in the middle of the body. */
  static Script resetMidBody() {
    return peer -> {
      peer.request();
      peer.send(Conversation.head(200, 100) + "{\"half\":");
      peer.reset();
    };
  }

  /** Closes the connection as soon as it has a request. */
  static Script hangUp() {
    return Conversation::request;
  }

  /** Closes the connection before the promised length of the body is there. */
  static Script truncate() {
    return sendThenClose(Conversation.head(200, 100) + "{\"half\":");
  }

  /** Answers with something that is not HTTP. */
  static Script junk() {
    return sendThenClose("\u0016\u0003\u0001 no such protocol\r\n\r\n\u0000\u0007");
  }

  /** Promises a length that is not a number. */
  static Script wrongLength() {
    return sendThenClose("HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n{}");
  }

  /** Answers one request with exactly this text and closes. */
  static Script sendThenClose(String text) {
    return peer -> {
      peer.request();
      peer.send(text);
    };
  }

  /** Sends a body of this many bytes, its length told beforehand. */
  static Script hugeBody(long bytes) {
    return peer -> {
      peer.request();
      peer.send(Conversation.head(200, bytes));
      byte[] chunk = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);
      for (long left = bytes; left > 0; left -= chunk.length) {
        peer.send(left >= chunk.length ? chunk : Arrays.copyOf(chunk, (int) left));
      }
      peer.stall();
    };
  }

  /** Sends a chunked body that never ends. */
  static Script endlessBody() {
    return peer -> {
      peer.request();
      peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
      while (true) {
        peer.send("2000\r\n" + "x".repeat(0x2000) + "\r\n");
      }
    };
  }
}
