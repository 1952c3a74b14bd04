package shop;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.TokenPlatform;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Gives tokens without a thread that waits. */
@Path("/token/{user}")
public class TokenResource {
  private final TokenPlatform platform;

  TokenResource(TokenPlatform platform) {
    this.platform = platform;
  }

  @POST
  public Uni<String> token(@PathParam("user") String user) {
    return Uni.createFrom()
        .completionStage(() -> platform.issue(EndUser.withId(user)))
        .map(EndUserToken::value);
  }
}
