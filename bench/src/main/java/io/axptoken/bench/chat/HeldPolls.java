package io.axptoken.bench.chat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many pages, each with a session and a poll that waits. */
final class HeldPolls implements AutoCloseable {
  private static final int SESSIONS_PER_USER = 10;

  private final List<Line> lines = new ArrayList<>();
  private final List<ChatUser> users = new ArrayList<>();
  private final List<String> sessions = new ArrayList<>();

  /** Opens that many sessions, and a connection for each. */
  HeldPolls(URI sandbox, int count) throws IOException {
    String accessToken = ChatUser.accessToken(sandbox);
    try (Line line = new Line(sandbox)) {
      for (int i = 0; i < count; i++) {
        if (i % SESSIONS_PER_USER == 0) {
          users.add(ChatUser.create(line, accessToken, "waiting-" + i));
        }
        sessions.add(users.getLast().session(line));
      }
    }
  }

  /** Holds a poll of each session; returns when all have the heads of their answers. */
  void hold(URI sandbox) throws IOException {
    for (String session : sessions) {
      Line line = new Line(sandbox);
      ChatUser user = users.get(lines.size() / SESSIONS_PER_USER);
      lines.add(line);
      line.send("GET", ChatUser.BASE + "/sessions/" + session + "/events", user.headers(), "");
      line.readHead();
    }
  }

  /** Waits until all polls were answered in vain; returns how many were. */
  long awaitAnswers() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers =
          lines.stream().map(line -> threads.submit(() -> line.readBody(""))).toList();
      long empty = 0;
      for (Future<String> answer : answers) {
        empty += answer.get().equals("[]") ? 1 : 0;
      }
      return empty;
    }
  }

  @Override
  public void close() throws IOException {
    for (Line line : lines) {
      line.close();
    }
  }
}
