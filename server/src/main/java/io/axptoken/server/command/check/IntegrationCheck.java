package io.axptoken.server.command.check;

import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.service.config.ServerSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that an integration needs outside of this process. */
public final class IntegrationCheck {
  private final ServerSettings server;
  private final Clock clock;
  private final Findings.Listener listener;
  private final Map<Route, List<Finding>> reached = new HashMap<>();

  /** Tells the listener what it finds. */
  public IntegrationCheck(ServerSettings server, Clock clock, Findings.Listener listener) {
    this.server = server;
    this.clock = clock;
    this.listener = listener;
  }

  /** What is found of an integration is found in this scope. */
  public static String scope(IntegrationSettings integration) {
    return "integration " + integration.name();
  }

  /**
   * Checks one, whose files are known to be usable; ways that several integrations have in common
   * are gone once.
   */
  public void run(IntegrationSettings integration) {
    Findings findings = new Findings(scope(integration), inWordsOf(integration));
    OriginsCheck.look(integration, server, findings);
    if (reach(integration)) {
      new PlatformCheck(integration, clock, findings).run();
    } else {
      findings.notTried(PlatformCheck.all(integration.axp()));
    }
    if (KeysCheck.concerns(integration)) {
      new KeysCheck(integration, findings).run();
    }
  }

  private boolean reach(IntegrationSettings integration) {
    Route route = Route.of(integration.axp());
    List<Finding> before = reached.get(route);
    if (before != null) {
      before.forEach(finding -> listener.found(finding.in(scope(integration))));
      return before.stream().noneMatch(finding -> finding.state() == Finding.State.FAILED);
    }
    List<Finding> now = new ArrayList<>();
    reached.put(route, now);
    Findings.Listener own = inWordsOf(integration);
    Findings.Listener noting =
        new Findings.Listener() {
          @Override
          public void began(String scope, String check) {
            own.began(scope, check);
          }

          @Override
          public void found(Finding finding) {
            now.add(finding);
            own.found(finding);
          }
        };
    try (Connectivity reach =
        new Connectivity(route, clock, new Findings(scope(integration), noting))) {
      return reach.succeeds();
    }
  }

  private Findings.Listener inWordsOf(IntegrationSettings integration) {
    return new Findings.Listener() {
      @Override
      public void began(String scope, String check) {
        listener.began(scope, check);
      }

      @Override
      public void found(Finding finding) {
        listener.found(
            new Finding(
                finding.scope(),
                finding.check(),
                finding.state(),
                finding.detail(),
                Advice.inWordsOf(integration, finding.remedy())));
      }
    };
  }
}
