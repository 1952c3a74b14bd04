package io.axptoken.sandbox.fcm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The projects that there are, each with its account. May be used from any thread. */
final class Projects {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
  private static final int MOST = 100;

  private final Map<String, ServiceAccount> accounts = new LinkedHashMap<>();

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The account of a project, which is made for who asks first. */
  synchronized ServiceAccount account(String projectId) {
    if (!isId(projectId)) {
      throw new IllegalArgumentException(
          "a project's id has 6 to 30 lower-case letters, digits and hyphens: " + projectId);
    }
    if (accounts.size() >= MOST && !accounts.containsKey(projectId)) {
      throw new IllegalStateException("there are " + MOST + " projects already");
    }
    return accounts.computeIfAbsent(projectId, ServiceAccount::of);
  }

  /** The account that an assertion says it is from. */
  synchronized Optional<ServiceAccount> byEmail(String clientEmail) {
    return accounts.values().stream()
        .filter(account -> account.clientEmail().equals(clientEmail))
        .findFirst();
  }

  /** The ids, the oldest first. */
  synchronized List<String> ids() {
    return List.copyOf(accounts.keySet());
  }

  /** A new key for a project; the one before is known no more. */
  synchronized void replace(String projectId) {
    accounts.put(projectId, ServiceAccount.of(projectId));
  }
}
