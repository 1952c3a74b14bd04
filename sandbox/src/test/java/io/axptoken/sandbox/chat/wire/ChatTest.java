package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.chat.Chat;
import io.axptoken.sandbox.chat.ChatOptions;
import io.axptoken.sandbox.chat.Script;
import io.axptoken.sandbox.chat.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A sandbox whose time stands still unless a test moves it, and whose script says nothing. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ChatTest {
  protected static final Duration SETTLING = ChatOptions.defaults().settling();
  protected static final Duration HOLD = ChatOptions.defaults().hold();

  protected final ManualTime time = new ManualTime(Instant.parse("2026-01-02T03:04:05.678Z"));
  private final List<AutoCloseable> open = new ArrayList<>();
  protected AxpSandbox sandbox;
  protected String user = "u1";

  @BeforeAll
  void start() {
    sandbox = AxpSandbox.start(options());
  }

  protected SandboxOptions options() {
    return SandboxOptions.defaults()
        .withClock(time)
        .withChat(ChatOptions.defaults().withTimers(time).withScript(script()));
  }

  protected Script script() {
    return Script.silent();
  }

  protected Chat chat() {
    return sandbox.chat();
  }

  /** A page with a session, of a user that only this test knows. */
  protected ChatClient page() {
    user = "cust0mer-" + UUID.randomUUID();
    return closing(ChatClient.open(sandbox, user));
  }

  protected <T extends AutoCloseable> T closing(T client) {
    open.add(client);
    return client;
  }

  /**
   * Lets the time pass after which the first event of an answered call about an engagement comes.
   */
  protected void settle() {
    // The answer may be here before the server has noted that it is written: after two turns it
    // has.
    chat().sessions();
    chat().sessions();
    time.advance(SETTLING);
  }

  /** Waits until that many polls wait. */
  protected void awaitHeld(int polls) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (chat().heldPolls() != polls) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(chat().heldPolls() + " polls wait, not " + polls);
      }
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void closeClients() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    open.clear();
    sandbox.reset();
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }
}
