package io.axptoken.bench.subject;

import io.axptoken.bench.load.TokenRequests;
import io.axptoken.bench.tls.BenchCertificate;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another server that gives tokens, to be put beside ours: the vendor's sample, for instance.
 *
 * @param command starts it in the foreground; {@code {port}}, {@code {platform}} and {@code {ca}}
 *     in it become its port, the platform's base URL, and the certificate to trust there
 * @param port where it listens
 */
public record Beside(String command, int port) {
  /** The server before that platform. */
  public Subject subject(URI platform, BenchCertificate certificate) {
    List<String> words =
        Stream.of(command.strip().split("\\s+", -1))
            .map(word -> word.replace("{port}", Integer.toString(port)))
            .map(word -> word.replace("{platform}", platform.toString()))
            .map(word -> word.replace("{ca}", certificate.certificate().toString()))
            .toList();
    return new Subject("beside", Subject.loopback(false, port, TokenRequests.PATH), false, words);
  }
}
