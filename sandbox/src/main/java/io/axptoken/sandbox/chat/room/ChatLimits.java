package io.axptoken.sandbox.chat.room;

import java.time.Duration;

/**
 * How much the chat keeps. What is beyond is dropped, the oldest or the longest idle first.
 *
 * @param sessions of all users
 * @param sessionsPerUser of one of them
 * @param engagements that are live, of all users
 * @param engagementsPerUser of one of them
 * @param messages of one engagement
 * @param events that one session has not acknowledged
 * @param polls that one session may hold open at once
 * @param chars of all messages kept, and once more of all events queued
 * @param idle after how long without any call a session, and without any event an engagement, ends
 */
public record ChatLimits(
    int sessions,
    int sessionsPerUser,
    int engagements,
    int engagementsPerUser,
    int messages,
    int events,
    int polls,
    long chars,
    Duration idle) {

  /** Enough for load tests, too. */
  public static final ChatLimits DEFAULT =
      new ChatLimits(
          20_000, 20, 20_000, 20, 2_000, 1_000, 10, 32L * 1024 * 1024, Duration.ofHours(2));
}
