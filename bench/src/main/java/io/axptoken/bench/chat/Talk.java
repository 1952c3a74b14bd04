package io.axptoken.bench.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;

/** A conversation: it says something, and says more when that has come back as an event. */
final class Talk implements Runnable {
  private static final Pattern EVENT = Pattern.compile("\"eventId\":\"([^\"]+)\"");
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final URI sandbox;
  private final ChatUser user;
  private final int messages;
  private final ConcurrentHistogram micros;

  Talk(URI sandbox, ChatUser user, int messages, ConcurrentHistogram micros) {
    this.sandbox = sandbox;
    this.user = user;
    this.messages = messages;
    this.micros = micros;
  }

  @Override
  public void run() {
    try (Line says = new Line(sandbox);
        Line hears = new Line(sandbox)) {
      String session = user.session(says);
      String engagement = user.post(says, "/engagements", "{\"sessionId\":\"" + session + "\"}");
      String last = "";
      for (int i = 0; i < messages; i++) {
        Thread.sleep(PAUSE);
        long start = System.nanoTime();
        String receipt = say(says, session, engagement);
        last = hear(hears, session, last, "\"messageId\":\"" + receipt + "\"");
        micros.recordValue((System.nanoTime() - start) / 1000);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String say(Line line, String session, String engagement) throws IOException {
    String body =
        "{\"dialogId\":\"%s\",\"sessionId\":\"%s\",\"body\":{\"elementType\":\"TEXT\",\"elementText\":{\"text\":\"hello\"}}}"
            .formatted(ChatUser.value("dialogId", engagement), session);
    String path = "/engagements/" + ChatUser.value("engagementId", engagement) + "/messages";
    return ChatUser.value("messageId", user.post(line, path, body));
  }

  /** Polls until the message is there; returns the id of the last event seen. */
  private String hear(Line line, String session, String acknowledged, String message)
      throws IOException {
    String last = acknowledged;
    String events = "";
    while (!events.contains(message)) {
      String query = last.isEmpty() ? "" : "?lastEventId=" + last;
      String path = ChatUser.BASE + "/sessions/" + session + "/events" + query;
      events = line.call("GET", path, user.headers(), "");
      Matcher ids = EVENT.matcher(events);
      while (ids.find()) {
        last = ids.group(1);
      }
    }
    return last;
  }
}
