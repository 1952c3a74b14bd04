package io.axptoken.sandbox.idp;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Form;
import io.axptoken.testing.Fuzz;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/** Whatever is asked of the sign-in, codes go to this machine, and pages hold no foreign markup. */
public final class SignInFuzz {
  private static final Set<String> OUR_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final SignIn SIGN_IN =
      new SignIn(
          new IdentityProvider(CLOCK, () -> URI.create("http://127.0.0.1:3001")), new Codes(CLOCK));

  private SignInFuzz() {}

  /** The entry point of the fuzzer: the query, or the form of the page. */
  public static void fuzzerTestOneInput(byte[] input) {
    Form form = Form.parse(Fuzz.utf8(input));
    check(SIGN_IN.show(form));
    check(SIGN_IN.picked(form));
  }

  private static void check(Answer answer) {
    String location = answer.headers().get("Location");
    if (location == null) {
      String page = answer.body().toString(StandardCharsets.UTF_8);
      require(page.startsWith("<!doctype html>"), "What is no redirect is a page");
      require(!page.contains("<script") && !page.contains("<img"), "A page has our markup alone");
      return;
    }
    require(location.matches("[^\\p{Cc}]+"), "A redirect is one line");
    URI uri = URI.create(location);
    require(
        OUR_HOSTS.contains(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT)),
        "It stays here: " + uri);
    require(uri.getRawUserInfo() == null, "It names no user");
  }
}
