package io.axptoken.client.transport;

import io.axptoken.client.contract.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Makes a call for each line that it is sent, and says what came of it. */
final class RepeatingCaller {
  private RepeatingCaller() {}

  public static void main(String[] uri) throws IOException {
    TransportRequest request =
        new TransportRequest(URI.create(uri[0]), Map.of(), new byte[0], Duration.ofSeconds(10));
    try (Transport transport = new JdkTransport(Duration.ofSeconds(2))) {
      for (int c = System.in.read(); c >= 0; c = System.in.read()) {
        if (c == '\n') {
          TransportAnswer answer = Outcome.of(transport.send(request));
          System.out.println(
              answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
      }
    }
  }
}
