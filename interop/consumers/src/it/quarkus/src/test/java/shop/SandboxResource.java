package shop;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Puts the sandbox in the platform's place. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {
  private AxpSandbox sandbox;

  @Override
  public Map<String, String> start() {
    sandbox = AxpSandbox.start();
    SandboxAccount account = sandbox.account();
    return Map.of(
        "axp.base-uri", sandbox.baseUri().toString(),
        "axp.account-id", account.accountId(),
        "axp.integration-id", account.integrationId(),
        "axp.client-id", account.clientId(),
        "axp.client-secret", account.clientSecret(),
        "axp.app-key", account.appKey());
  }

  @Override
  public void stop() {
    sandbox.close();
  }
}
