package io.axptoken.server;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration file as an operator writes it, for servers that read it more than once. */
final class LiveFile {
  private final List<String> server = new ArrayList<>();
  private final Map<String, String> axp = new LinkedHashMap<>();
  private final StringBuilder rest = new StringBuilder();

  private LiveFile(URI platform, SandboxAccount account) {
    server("host: 127.0.0.1", "port: 0", "reloadInterval: 0s");
    axp("hostName", platform.toString());
    axp("accountId", account.accountId());
    axp("integrationId", account.integrationId());
    axp("clientId", account.clientId());
    axp("clientSecret", account.clientSecret());
    axp("appKey", account.appKey());
  }

  static LiveFile of(AxpSandbox sandbox) {
    return of(sandbox.baseUri(), sandbox.account());
  }

  static LiveFile of(URI platform, SandboxAccount account) {
    return new LiveFile(platform, account);
  }

  /** Lines of section {@code server}; a later one takes the place of an earlier one of its key. */
  LiveFile server(String... lines) {
    for (String line : lines) {
      server.removeIf(old -> old.startsWith(line.substring(0, line.indexOf(':') + 1)));
      server.add(line);
    }
    return this;
  }

  /** A value of section {@code axp}. */
  LiveFile axp(String key, String value) {
    axp.put(key, value);
    return this;
  }

  /** Further sections. */
  LiveFile and(String yaml) {
    rest.append(yaml);
    return this;
  }

  /** Writes {@code token-server.yaml}, anew if it is there. */
  Path write(Path folder) throws IOException {
    StringBuilder yaml = new StringBuilder("server:\n");
    server.forEach(line -> yaml.append("  ").append(line).append('\n'));
    yaml.append("management: { port: 0 }\n");
    yaml.append("limits: { perAddress: 100000/s, perUser: 100000/s, burst: 100000 }\n");
    yaml.append("axp:\n");
    axp.forEach(
        (key, value) -> yaml.append("  ").append(key).append(": \"").append(value).append("\"\n"));
    return Files.writeString(folder.resolve("token-server.yaml"), yaml.append(rest));
  }
}
