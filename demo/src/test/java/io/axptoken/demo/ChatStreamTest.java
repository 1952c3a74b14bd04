package io.axptoken.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chat client's stream of events, with scripted answers and a clock that waits for nobody. */
@Tag("slow")
final class ChatStreamTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  private static final String NOTHING = ok("[]");
  private static final String REFUSED = "{\"kind\":\"refused\",\"status\":401,\"detail\":\"\"}";
  private static final String UNREACHABLE = "{\"kind\":\"unreachable\"}";

  /** Runs the stream until the answers are used up, and tells what it did. */
  private static final String RUN =
      """
      async ([answers, secondsEach]) => {
        const { chatStream } = await import("/playground/chat-stream.js");
        const log = [];
        let now = 0;
        let stream = null;
        const done = new Promise((end) => {
          stream = chatStream({
            async poll(lastEventId, { arrived }) {
              if (answers.length === 0) {
                end();
                return new Promise(() => {});
              }
              log.push(`poll ${lastEventId ?? "-"}`);
              now += secondsEach * 1000;
              const outcome = JSON.parse(answers.shift());
              arrived(outcome.kind === "ok" ? 200 : outcome.status);
              return outcome;
            },
            handle: (events) => log.push(`events ${events.map((event) => event.eventId)}`),
            changed({ state, until }) {
              log.push(until === undefined ? state : `${state} ${until - now}`);
              if (state === "gone" || state === "lost") {
                end();
              }
            },
            nextToken: async () => log.push("another token"),
            clock: {
              now: () => now, random: () => 0.5,
              async wait(milliseconds) {
                now += milliseconds;
                log.push(`wait ${milliseconds}`);
              },
            },
          });
          stream.start();
        });
        await done;
        return log;
      }\
      """;

  @Test
  void eachPollAcknowledgesWhatTheOneBeforeBrought() {
    assertThat(run(1, events("e1", "e2"), events("e3")))
        .containsExactly(
            "connecting", "poll -", "connected", "events e1,e2", "poll e2", "events e3");
  }

  @Test
  void afterAnEmptyAnswerNothingIsAcknowledged() {
    assertThat(run(25, events("e1"), NOTHING, NOTHING, events("e2"), NOTHING))
        .containsSubsequence("poll -", "poll e1", "poll -", "poll -", "poll e2");
  }

  @Test
  void aPlatformThatHoldsNothingIsNotAskedWithoutPause() {
    assertThat(run(0, NOTHING, events("e1")))
        .containsExactly(
            "connecting", "poll -", "connected", "events ", "wait 500", "poll -", "events e1");
  }

  @Test
  void aRefusedTokenPausesUntilThereIsAnotherAndNothingIsLost() {
    assertThat(run(1, events("e1"), REFUSED, events("e2")))
        .containsExactly(
            "connecting",
            "poll -",
            "connected",
            "events e1",
            "poll e1",
            "paused",
            "another token",
            "connecting",
            "poll e1",
            "connected",
            "events e2");
  }

  @Test
  void passingTroubleIsTriedAgainAfterGrowingPauses() {
    assertThat(
            run(0, UNREACHABLE, status(500), status(429), UNREACHABLE, events("e1"), UNREACHABLE))
        .filteredOn(line -> line.startsWith("waiting"))
        .containsExactly(
            "waiting 1500", "waiting 2500", "waiting 3500", "waiting 5500", "waiting 1500");
  }

  @Test
  void troubleThatLastsEndsTheStream() {
    String[] answers = new String[60];
    java.util.Arrays.fill(answers, UNREACHABLE);
    List<String> log = run(1, answers);
    assertThat(log).endsWith("lost");
    assertThat(log).filteredOn(line -> line.startsWith("poll")).hasSizeBetween(10, 20);
  }

  @Test
  void aSessionThatIsNotFoundEndsTheStream() {
    assertThat(run(1, events("e1"), notFound("Session not found"), events("e2")))
        .endsWith("poll e1", "gone");
  }

  @ParameterizedTest
  @CsvSource({"404, session not found", "404, ''", "204, ''", "503, Session not found"})
  void nothingElseEndsIt(int status, String detail) {
    String answer =
        "{\"kind\":\"refused\",\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail);
    assertThat(run(1, answer, events("e1"))).endsWith("poll -", "connected", "events e1");
  }

  @Test
  void anAnswerThatIsNoListIsTrouble() {
    assertThat(run(1, ok("{}"), ok("null"), events("e1")))
        .contains("waiting 1500", "waiting 2500")
        .endsWith("events e1");
  }

  @Test
  void startedAgainItPollsAtOnceAndGoesOnWhereItWas() {
    Object log =
        PLAYGROUND
            .open()
            .evaluate(
                """
                async () => {
                  const { chatStream } = await import("/playground/chat-stream.js");
                  const log = [];
                  const answers = [];
                  const stream = chatStream({
                    poll: (lastEventId) => new Promise((done) => {
                      log.push(`poll ${lastEventId}`);
                      answers.push(done);
                    }),
                    handle: (events) => log.push(`events ${events.map(({ eventId }) => eventId)}`),
                    changed: ({ state }) => log.push(state),
                  });
                  const settle = () => new Promise((done) => setTimeout(done));
                  stream.start();
                  answers[0]({ kind: "ok", body: [{ eventId: "e1" }] });
                  await settle();
                  stream.start();
                  answers[1]({ kind: "ok", body: [{ eventId: "e2" }] });
                  await settle();
                  return log;
                }\
                """);
    assertThat(log)
        .isEqualTo(
            List.of("connecting", "poll null", "connected", "events e1", "poll e1", "poll e1"));
  }

  @Test
  void aStoppedStreamHearsNothingMore() {
    Page page = PLAYGROUND.open();
    Object log =
        page.evaluate(
            """
            async () => {
              const { chatStream } = await import("/playground/chat-stream.js");
              const log = [];
              let answer;
              const stream = chatStream({
                poll: (_, { signal }) => new Promise((done) => {
                  answer = done;
                  signal.addEventListener("abort", () => log.push("aborted"));
                }),
                handle: () => log.push("events"),
                changed: ({ state }) => log.push(state),
                nextToken: () => log.push("token"),
              });
              stream.start();
              await null;
              stream.stop();
              answer({ kind: "ok", body: [{ eventId: "e1" }] });
              await new Promise((done) => setTimeout(done));
              return log;
            }\
            """);
    assertThat(log).isEqualTo(List.of("connecting", "aborted", "stopped"));
  }

  private static List<String> run(int secondsEach, String... answers) {
    Object log = PLAYGROUND.open().evaluate(RUN, List.of(List.of(answers), secondsEach));
    return ((List<?>) log).stream().map(String::valueOf).toList();
  }

  private static String events(String... ids) {
    List<Map<String, String>> events =
        java.util.Arrays.stream(ids).map(id -> Map.of("eventId", id)).toList();
    return ok(new io.vertx.core.json.JsonArray(events).encode());
  }

  private static String ok(String body) {
    return "{\"kind\":\"ok\",\"body\":" + body + "}";
  }

  private static String status(int status) {
    return "{\"kind\":\"refused\",\"status\":" + status + ",\"detail\":\"\"}";
  }

  private static String notFound(String detail) {
    return "{\"kind\":\"refused\",\"status\":404,\"detail\":\"" + detail + "\"}";
  }
}
