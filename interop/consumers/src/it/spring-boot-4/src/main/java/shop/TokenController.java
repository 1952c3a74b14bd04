package shop;

import io.axptoken.client.EndUser;
import io.axptoken.client.TokenPlatform;
import java.security.Principal;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives whoever is signed in a token for themselves. */
@RestController
record TokenController(TokenPlatform platform) {
  /** What the client SDK needs. */
  record Token(String jwtToken, Instant expiresAt) {}

  @PostMapping("/token")
  Token token(Principal user) {
    var token = platform.issueAndWait(EndUser.withId(user.getName()));
    return new Token(token.value(), token.expiresAt());
  }
}
