package io.axptoken.bench.chat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds many polls at once, then lets many conversations run at once, and tells what that took. */
@Command(
    name = "script/bench chat",
    mixinStandardHelpOptions = true,
    description = "Measures the sandbox's chat: polls that wait, and conversations at once.")
public final class ChatBench implements Callable<Integer> {
  private static final long MIB = 1024 * 1024;
  private static final long MAX_DELTA_MIB = 100;

  @Option(names = "--polls", defaultValue = "10000", description = "default: ${DEFAULT-VALUE}")
  private int polls;

  @Option(names = "--talks", defaultValue = "200", description = "default: ${DEFAULT-VALUE}")
  private int talks;

  @Option(names = "--messages", defaultValue = "25", description = "default: ${DEFAULT-VALUE}")
  private int messages;

  private final PrintStream out = System.out;

  /** Exit codes: 0 within the budget, 1 beyond it or failed, 2 wrong usage. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ChatBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    boolean small;
    try (SandboxProcess sandbox = SandboxProcess.start()) {
      small = holdPolls(sandbox);
    }
    try (SandboxProcess sandbox = SandboxProcess.start()) {
      talk(sandbox.uri());
    }
    return small ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private boolean holdPolls(SandboxProcess sandbox)
      throws IOException, InterruptedException, ExecutionException {
    try (HeldPolls held = new HeldPolls(sandbox.uri(), polls)) {
      long before = sandbox.residentBytes();
      long threadsBefore = sandbox.threads();
      held.hold(sandbox.uri());
      long delta = (sandbox.residentBytes() - before) / MIB;
      out.printf("polls held            %d%n", polls);
      out.printf(
          "threads               %d before, %d with them%n", threadsBefore, sandbox.threads());
      out.printf("memory (RSS)          %d MiB before, %+d MiB with them%n", before / MIB, delta);
      out.printf("answered with []      %d%n", held.awaitAnswers());
      return delta < MAX_DELTA_MIB;
    }
  }

  private void talk(URI sandbox) throws IOException, InterruptedException, ExecutionException {
    List<ChatUser> users = new ArrayList<>();
    String accessToken = ChatUser.accessToken(sandbox);
    try (Line line = new Line(sandbox)) {
      for (int i = 0; i < talks; i++) {
        users.add(ChatUser.create(line, accessToken, "talking-" + i));
      }
    }
    run(sandbox, users, 10, new ConcurrentHistogram(3));
    ConcurrentHistogram micros = new ConcurrentHistogram(3);
    run(sandbox, users, messages, micros);
    out.printf("conversations at once %d, %d messages each%n", talks, messages);
    out.printf(
        "message to event      p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        micros.getValueAtPercentile(50) / 1000.0,
        micros.getValueAtPercentile(99) / 1000.0,
        micros.getMaxValue() / 1000.0);
  }

  private static void run(
      URI sandbox, List<ChatUser> users, int messages, ConcurrentHistogram micros)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (ChatUser user : users) {
        all.add(threads.submit(new Talk(sandbox, user, messages, micros)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }
}
