package io.axptoken.push.assembly;

import io.axptoken.push.delivery.Accounts;
import io.axptoken.push.fcm.Fcm;
import io.axptoken.push.fcm.Message;
import io.axptoken.push.fcm.Reply;
import io.axptoken.push.fcm.ServiceAccount;
import io.axptoken.push.fcm.TokenHosts;
import io.axptoken.push.fcm.UnusableAccount;
import io.axptoken.push.key.MasterKeys;
import io.axptoken.push.settings.PushSettings;
import io.axptoken.push.store.Config;
import io.axptoken.push.store.Configs;
import io.axptoken.push.store.Database;
import io.axptoken.push.store.StoreUnavailable;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tries the database, and each configuration's key, access token and project: FCM is asked to look
 * at a message to a device that does not exist, which it sends to nobody.
 */
public final class LiveCheck {
  /** One that does not exist. */
  private static final String NOBODY = "check:nobody";

  private final PushSettings settings;
  private final List<Finding> findings = new ArrayList<>();

  private LiveCheck(PushSettings settings) {
    this.settings = settings;
  }

  /**
   * What was found.
   *
   * @param fine whether it works
   * @param words what, and otherwise why not
   */
  public record Finding(boolean fine, String words) {}

  /** Tries everything; blocks for as long as that takes. */
  public static List<Finding> run(PushSettings settings) {
    LiveCheck check = new LiveCheck(settings);
    check.run();
    return List.copyOf(check.findings);
  }

  private void run() {
    try (Database database = Database.open(settings.database(), settings.dataDirectory())) {
      findings.add(new Finding(true, "database, " + database.kind()));
      Configs configs = new Configs(database, InstantSource.system());
      List<Config> all = configs.all();
      if (all.isEmpty()) {
        findings.add(new Finding(false, "there is no configuration: PUT one to …/configs/{id}"));
      }
      check(all, configs);
    } catch (StoreUnavailable unavailable) {
      findings.add(new Finding(false, String.valueOf(unavailable.getMessage())));
    }
  }

  private void check(List<Config> all, Configs configs) {
    MasterKeys keys = new MasterKeys(settings.keys());
    TokenHosts hosts = new TokenHosts(settings.fcm().baseUrl());
    Accounts accounts = new Accounts(configs, () -> keys, hosts);
    Vertx vertx = Vertx.vertx();
    try (Fcm fcm = new Fcm(vertx, settings.fcm().baseUrl(), InstantSource.system())) {
      all.forEach(config -> check(config, accounts, fcm));
    } finally {
      vertx.close();
    }
  }

  private void check(Config config, Accounts accounts, Fcm fcm) {
    String name = "configuration " + config.configId() + ": ";
    try {
      ServiceAccount account = accounts.open(config);
      findings.add(new Finding(true, name + "the key is readable"));
      findings.add(found(name, account, ask(account, fcm)));
    } catch (MasterKeys.CannotOpen | UnusableAccount unusable) {
      findings.add(new Finding(false, name + unusable.getMessage()));
    }
  }

  private Reply ask(ServiceAccount account, Fcm fcm) {
    JsonObject message =
        Message.of(
            NOBODY, "other", new JsonObject(), settings.fcm().fallback(), Duration.ofMinutes(1));
    try {
      return fcm.validate(account, message)
          .toCompletionStage()
          .toCompletableFuture()
          .get(Fcm.LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.NotAsked("INTERRUPTED", Duration.ZERO);
    } catch (ExecutionException | TimeoutException _) {
      return new Reply.Later("UNREACHABLE", null);
    }
  }

  /** Who refuses the device has taken everything else. */
  private static Finding found(String name, ServiceAccount account, Reply reply) {
    String project = name + "project " + account.projectId();
    return switch (reply) {
      case Reply.Sent _, Reply.Gone _ -> new Finding(true, project + " takes messages");
      case Reply.Refused(String error) ->
          new Finding(false, project + " refuses the account: " + error);
      case Reply.NotAsked(String error, var _) -> new Finding(false, project + ": " + error);
      case Reply.Later(String error, var _) -> new Finding(false, project + ": " + error);
      case Reply.BadMessage(String error) -> new Finding(false, project + ": " + error);
      case Reply.Unauthenticated _ -> new Finding(false, project + ": UNAUTHENTICATED");
    };
  }
}
