package io.axptoken.service.http.origin;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.service.http.origin.OriginPolicy.Verdict;
import io.axptoken.testing.Fuzz;
import java.util.List;
import java.util.Set;

/** Whatever a page calls its origin, only what is listed letter by letter may read an answer. */
public final class OriginFuzz {
  private static final Set<String> LISTED =
      Set.of("https://shop.example", "http://localhost:8080", "https://xn--bcher-kva.example");
  private static final OriginPolicy POLICY = new OriginPolicy(List.copyOf(LISTED));

  private OriginFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    String origin = Fuzz.latin(input);
    switch (POLICY.judge(origin, "https://tokens.example")) {
      case Verdict.Allowed allowed -> {
        require(LISTED.contains(origin), "What is allowed is listed");
        require(allowed.allowOrigin().equals(origin), "What is allowed is named as it came");
      }
      case Verdict.NotCrossOrigin _ ->
          require(origin.equals("https://tokens.example"), "Our own pages have our origin");
      case Verdict.Refused _ -> require(!LISTED.contains(origin), "What is listed is allowed");
    }
  }
}
