package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.sandbox.idp.SandboxUser;
import io.axptoken.sandbox.idp.TokenDraft;
import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Violation;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steering of the identity provider: its keys, and tokens without a sign-in. */
final class ProviderSteering {
  private static final long DAY_SECONDS = 86_400;
  private static final Map<String, String> ALGORITHMS =
      Stream.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "EdDSA")
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

  private static final Map<String, String> TYPES = Map.of("at+jwt", "at+jwt", "JWT", "JWT");

  private final IdentityProvider provider;

  ProviderSteering(IdentityProvider provider) {
    this.provider = provider;
  }

  /** Adds the routes, behind what refuses foreign pages. */
  void mount(Router router) {
    router.post(IdentityProvider.PATH + "/keys/rotate").handler(this::rotateKeys);
    router.post(IdentityProvider.PATH + "/tokens").handler(this::mint);
  }

  private void rotateKeys(RoutingContext context) {
    work(
        context,
        () -> {
          provider.rotateKeys();
          return new Answer(204, Answer.JSON, Buffer.buffer(), Map.of());
        });
  }

  private void mint(RoutingContext context) {
    Fields fields = SteeringRequest.body(context);
    Optional<String> user = user(fields);
    Optional<JsonObject> claims = optional(fields, "claims", () -> fields.object("claims"));
    Optional<String> algorithm =
        optional(fields, "algorithm", () -> fields.choice("algorithm", ALGORITHMS));
    Optional<Long> seconds =
        optional(
            fields,
            "expiresInSeconds",
            () -> fields.whole("expiresInSeconds", -DAY_SECONDS, DAY_SECONDS));
    Optional<String> type = optional(fields, "type", () -> fields.choice("type", TYPES));
    fields.allowOnly(List.of("user", "claims", "algorithm", "expiresInSeconds", "type"));
    SteeringRequest.unlessWrong(
        context,
        fields,
        () -> work(context, () -> token(user.orElseThrow(), claims, algorithm, seconds, type)));
  }

  private static Optional<String> user(Fields fields) {
    Optional<String> user = fields.text("user");
    if (user.isPresent() && !SandboxUser.isName(user.get())) {
      fields.add("user", "must have a letter or a digit", Violation.WRONG_FORMAT);
    }
    return user;
  }

  private static <T> Optional<T> optional(Fields fields, String name, Supplier<Optional<T>> value) {
    return fields.has(name) ? value.get() : Optional.empty();
  }

  private Answer token(
      String user,
      Optional<JsonObject> claims,
      Optional<String> algorithm,
      Optional<Long> expiresInSeconds,
      Optional<String> type) {
    TokenDraft draft = provider.tokenFor(SandboxUser.named(user));
    expiresInSeconds.map(Duration::ofSeconds).ifPresent(draft::expiresIn);
    claims.ifPresent(more -> more.forEach(each -> set(draft, each)));
    algorithm.ifPresent(draft::algorithm);
    type.ifPresent(draft::type);
    return Answer.json(200, new JsonObject().put("token", draft.sign()))
        .with("Cache-Control", "no-store");
  }

  /** A claim that is null in the request is left out of the token. */
  private static void set(TokenDraft draft, Map.Entry<String, Object> claim) {
    if (claim.getValue() == null) {
      draft.without(claim.getKey());
    } else {
      draft.claim(claim.getKey(), claim.getValue());
    }
  }

  /** Keys are made and used off the event loop. */
  private static void work(RoutingContext context, Callable<Answer> work) {
    context
        .vertx()
        .executeBlocking(work, false)
        .onSuccess(answer -> answer.send(context.response()))
        .onFailure(context::fail);
  }
}
