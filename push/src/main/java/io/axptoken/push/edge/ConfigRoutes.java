package io.axptoken.push.edge;

import io.axptoken.push.fcm.ServiceAccount;
import io.axptoken.push.fcm.TokenHosts;
import io.axptoken.push.fcm.UnusableAccount;
import io.axptoken.push.key.MasterKeys;
import io.axptoken.push.store.Config;
import io.axptoken.push.store.Configs;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.Problem;
import io.axptoken.service.http.Request;
import io.axptoken.service.http.Violation;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Push configurations; what their answers show of a service account says nothing of its key. */
final class ConfigRoutes {
  private static final String ACCOUNT = "fcmServiceAccountConfig";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,200}");

  private final Configs configs;
  private final MasterKeys keys;
  private final TokenHosts hosts;

  ConfigRoutes(Configs configs, MasterKeys keys, TokenHosts hosts) {
    this.configs = configs;
    this.keys = keys;
    this.hosts = hosts;
  }

  Future<Answer> create(Request request) {
    return Json.read(request, body -> keep(request, body, UUID.randomUUID().toString(), 201));
  }

  Future<Answer> put(Request request, String configId) {
    return ID.matcher(configId).matches()
        ? Json.read(request, body -> keep(request, body, configId, 200))
        : Json.problem(
            request,
            HttpProblem.MALFORMED_REQUEST,
            "A configuration's id has 1 to 200 letters, digits, dots, dashes and underscores.");
  }

  private Future<Answer> keep(Request request, JsonObject body, String configId, int status) {
    if (!(body.getValue(ACCOUNT) instanceof JsonObject json)) {
      return violation(request, "is missing: put the service-account file's content there.");
    }
    try {
      ServiceAccount account = ServiceAccount.of(json, hosts);
      Config config = sealed(configId, account, json);
      return Blocking.run(() -> {
        configs.put(config);
        return Json.answer(status, shown(config));
      });
    } catch (UnusableAccount unusable) {
      return violation(request, String.valueOf(unusable.getMessage()));
    }
  }

  private static Future<Answer> violation(Request request, String message) {
    Problem problem = Problem.violations(List.of(new Violation(ACCOUNT, message)));
    return Future.succeededFuture(Answer.problem(request, problem));
  }

  private Config sealed(String configId, ServiceAccount account, JsonObject json) {
    JsonObject kept = new JsonObject();
    for (String name :
        List.of("project_id", "client_email", "private_key", "private_key_id", "token_uri")) {
      if (json.containsKey(name)) {
        kept.put(name, json.getValue(name));
      }
    }
    return new Config(
        configId,
        account.projectId(),
        account.clientEmail(),
        account.fingerprint(),
        keys.currentId(),
        keys.seal(configId, kept.encode()));
  }

  private static JsonObject shown(Config config) {
    return new JsonObject()
        .put(
            ACCOUNT,
            new JsonObject()
                .put("type", "service_account")
                .put("project_id", config.projectId())
                .put("client_email", config.clientEmail())
                .put("fingerprint", config.fingerprint()))
        .put("configId", config.configId());
  }

  Future<Answer> get(String configId) {
    return Blocking.run(() ->
        configs
            .find(configId)
            .map(config -> Json.answer(shown(config)))
            .orElseGet(() -> Json.notFound("configId", configId)));
  }

  Future<Answer> list() {
    return Blocking.run(() -> {
      JsonArray all = new JsonArray();
      configs.all().forEach(config -> all.add(shown(config)));
      return Json.answer(all);
    });
  }

  Future<Answer> delete(String configId) {
    return Blocking.run(() -> {
      configs.delete(configId);
      return Answer.empty(204);
    });
  }
}
