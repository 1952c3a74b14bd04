package shop;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.spring.TokenPlatforms;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gives a token of one of several integrations, without a thread that waits. */
@RestController
record TokenController(TokenPlatforms platforms) {
  @PostMapping("/token/{integration}")
  Mono<String> token(@PathVariable String integration) {
    return Mono.fromCompletionStage(() -> platforms.get(integration).issue(EndUser.withId("u-1")))
        .map(EndUserToken::value);
  }
}
