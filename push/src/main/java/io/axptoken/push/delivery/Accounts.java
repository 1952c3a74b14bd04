package io.axptoken.push.delivery;

import io.axptoken.push.fcm.ServiceAccount;
import io.axptoken.push.fcm.TokenHosts;
import io.axptoken.push.fcm.UnusableAccount;
import io.axptoken.push.key.MasterKeys;
import io.axptoken.push.store.Config;
import io.axptoken.push.store.Configs;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The service accounts of configurations, opened. One that changes, here or by another instance, is
 * found at once. Safe for use by many threads; looking blocks.
 */
public final class Accounts {
  private final Configs configs;
  private final Supplier<MasterKeys> keys;
  private final TokenHosts hosts;
  private final Map<String, Opened> opened = new ConcurrentHashMap<>();

  private record Opened(String sealed, ServiceAccount account) {}

  /** Those of the store; the keys are asked for each time. */
  public Accounts(Configs configs, Supplier<MasterKeys> keys, TokenHosts hosts) {
    this.configs = configs;
    this.keys = keys;
    this.hosts = hosts;
  }

  /**
   * The account of a configuration, if there is such a one.
   *
   * @throws MasterKeys.CannotOpen if no master key opens it
   * @throws UnusableAccount if it is not allowed any more
   */
  public Optional<ServiceAccount> find(String configId) throws UnusableAccount {
    Config config = configs.find(configId).orElse(null);
    return config == null ? Optional.empty() : Optional.of(open(config));
  }

  /** That of a configuration at hand; throws as above. */
  public ServiceAccount open(Config config) throws UnusableAccount {
    Opened known = opened.get(config.configId());
    if (known != null && known.sealed().equals(config.sealed())) {
      return known.account();
    }
    String json = keys.get().open(config.configId(), config.keyId(), config.sealed());
    ServiceAccount account = ServiceAccount.of(new JsonObject(json), hosts);
    opened.put(config.configId(), new Opened(config.sealed(), account));
    return account;
  }

  /** Seals with the current master key what a former one has sealed. */
  public int reseal() {
    MasterKeys current = keys.get();
    int count = 0;
    for (Config config : configs.all()) {
      if (!config.keyId().equals(current.currentId())) {
        String json = current.open(config.configId(), config.keyId(), config.sealed());
        configs.reseal(config, current.currentId(), current.seal(config.configId(), json));
        count++;
      }
    }
    return count;
  }
}
