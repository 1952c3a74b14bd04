package io.axptoken.client.contract;

import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a platform on a raw socket can do to a request, and what is to come of it. */
@SuppressWarnings("ImmutableEnumChecker") // The scripts hold nothing.
enum RawFaults {
  STALL_BEFORE_HEADERS(TimedOut.class, _ -> Conversation::stall),
  STALL_AFTER_HEADERS(TimedOut.class, _ -> then(Conversation.head(200, 100), Conversation::stall)),
  STALL_IN_THE_BODY(
      TimedOut.class, _ -> then(Conversation.head(200, 100) + "{\"half\":", Conversation::stall)),
  DRIP_WITHOUT_END(TimedOut.class, _ -> RawFaults::drip),
  BYTE_BY_BYTE(EndUserToken.class, EndUserToken.class, call -> peer -> byteByByte(call, peer)),
  RESET(EndUserToken.class, Unavailable.class, _ -> Conversation::reset),
  RESET_IN_THE_BODY(
      EndUserToken.class,
      Unavailable.class,
      _ -> then(Conversation.head(200, 100) + "{\"half\":", Conversation::reset)),
  HANG_UP(EndUserToken.class, Unavailable.class, _ -> Conversation::hangUp),
  TRUNCATE(
      EndUserToken.class,
      Unavailable.class,
      _ -> then(Conversation.head(200, 100) + "{\"half\":", Conversation::hangUp)),
  JUNK(
      EndUserToken.class,
      Unavailable.class,
      _ -> then("\u0016\u0003\u0001 no protocol\r\n\r\n", Conversation::hangUp)),
  LENGTH_THAT_IS_NO_NUMBER(
      EndUserToken.class,
      Unavailable.class,
      _ -> then("HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n{}", Conversation::hangUp)),
  LENGTH_TOO_SHORT(
      BadAnswer.class, call -> then(Conversation.head(200, 5) + body(call), Conversation::hangUp)),
  LENGTH_TOO_LONG(
      EndUserToken.class,
      Unavailable.class,
      call -> then(Conversation.head(200, 5000) + body(call), Conversation::hangUp)),
  REDIRECT(
      BadAnswer.class,
      _ ->
          then("HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n")),
  TWO_HUNDRED_MEGABYTES(BadAnswer.class, _ -> RawFaults::flood),
  TWO_HUNDRED_MEGABYTES_IN_CHUNKS(BadAnswer.class, _ -> RawFaults::floodInChunks),
  NOT_JSON(BadAnswer.class, _ -> then(Conversation.answer(200, "<html>s3cr3t</html>"))),
  WITHOUT_TOKEN(BadAnswer.class, _ -> then(Conversation.answer(200, "{\"expires_in\":900}"))),
  GRANT_THAT_HAD_ENDED(
      EndUserToken.class,
      call ->
          then(
              call == Call.ACCESS_TOKEN ? FaultyPlatform.grant(-60) : FaultyPlatform.answer(call))),
  GRANT_FOR_NO_TIME(
      EndUserToken.class,
      call ->
          then(call == Call.ACCESS_TOKEN ? FaultyPlatform.grant(0) : FaultyPlatform.answer(call))),
  TOKEN_THAT_HAD_ENDED(BadAnswer.class, call -> then(ended(call, 60))),
  TOKEN_THAT_ENDS_NOW(BadAnswer.class, call -> then(ended(call, 1)));

  private static final int HUGE = 200 * 1024 * 1024;
  private static final byte[] MUCH = "x".repeat(16 * 1024).getBytes(StandardCharsets.US_ASCII);
  private static final long A_MOMENT = 20_000_000;

  private final Class<?> once;
  private final Class<?> lasting;
  private final Function<Call, Script> script;

  RawFaults(Class<?> outcome, Function<Call, Script> script) {
    this(outcome, outcome, script);
  }

  RawFaults(Class<?> once, Class<?> lasting, Function<Call, Script> script) {
    this.once = once;
    this.lasting = lasting;
    this.script = script;
  }

  /** What is to come of it when it happens to one request alone. */
  Class<?> once() {
    return once;
  }

  /** What is to come of it when it happens to every request. */
  Class<?> lasting() {
    return lasting;
  }

  /** What the platform does when the request has been read. */
  Script script(Call call) {
    return script.apply(call);
  }

  private static Script then(String text, Script... further) {
    List<Script> rest = Arrays.asList(further);
    return peer -> {
      peer.send(text);
      for (Script one : rest) {
        one.play(peer);
      }
    };
  }

  private static String body(Call call) {
    return FaultyPlatform.answer(call).split("\r\n\r\n", 2)[1];
  }

  /** How long an access token lives is only said beside it: that it has none, it cannot say. */
  private static String ended(Call call, int secondsAgo) {
    return call == Call.ACCESS_TOKEN
        ? Conversation.answer(200, "{\"expires_in\":0}")
        : FaultyPlatform.token(Instant.now().minusSeconds(secondsAgo));
  }

  private static void byteByByte(Call call, Conversation peer) throws IOException {
    for (byte b : FaultyPlatform.answer(call).getBytes(StandardCharsets.UTF_8)) {
      peer.send(new byte[] {b});
    }
  }

  private static void drip(Conversation peer) throws IOException {
    peer.send(Conversation.head(200, 5000));
    while (true) {
      peer.send(" ");
      LockSupport.parkNanos(A_MOMENT);
    }
  }

  private static void flood(Conversation peer) throws IOException {
    peer.send(Conversation.head(200, HUGE));
    for (int sent = 0; sent < HUGE; sent += MUCH.length) {
      peer.send(MUCH);
    }
  }

  private static void floodInChunks(Conversation peer) throws IOException {
    peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
    for (int sent = 0; sent < HUGE; sent += MUCH.length) {
      peer.send(Integer.toHexString(MUCH.length) + "\r\n");
      peer.send(MUCH);
      peer.send("\r\n");
    }
  }

  /** Each fault at each call. */
  static Stream<Object[]> atEachCall() {
    return Stream.of(values())
        .flatMap(fault -> Stream.of(Call.values()).map(call -> new Object[] {call, fault}));
  }
}
