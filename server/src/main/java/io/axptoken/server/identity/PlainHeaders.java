package io.axptoken.server.identity;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserRules;
import io.axptoken.client.Violation;
import io.axptoken.server.identity.Gateway.GatewayProof;
import io.axptoken.server.identity.GatewayHeader.Unreadable;
import io.axptoken.server.identity.Identification.Identified;
import io.axptoken.server.identity.Identification.NotMine;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A gateway that writes each attribute of the user into a header of its own, as it is. */
final class PlainHeaders implements GatewayProof {
  private final String mode;
  private final GatewayHeaders names;

  PlainHeaders(String mode, GatewayHeaders names) {
    this.mode = mode;
    this.names = names;
  }

  @Override
  public List<String> headers() {
    List<String> all = new ArrayList<>(List.of(names.userId()));
    if (names.userName() != null) {
      all.add(names.userName());
    }
    all.addAll(names.identifiers().values());
    return all;
  }

  @Override
  public Future<Identification> identify(MultiMap headers) throws Unreadable {
    String id = GatewayHeader.single(headers, names.userId());
    String name = names.userName() == null ? null : GatewayHeader.text(headers, names.userName());
    Map<String, List<String>> identifiers = identifiers(headers);
    if (id == null) {
      return Future.succeededFuture(
          name == null && identifiers.isEmpty()
              ? new NotMine()
              : new Rejected(
                  Reason.NOT_AUTHENTICATED, "The gateway does not say who the end user is."));
    }
    List<Violation> violations = EndUserRules.violations(id, name, identifiers);
    return Future.succeededFuture(
        violations.isEmpty()
            ? new Identified(new IdentifiedUser(new EndUser(id, name, identifiers, true), mode))
            : new Rejected(
                Reason.NOT_PERMITTED,
                "An identity header cannot be used: it " + violations.getFirst().message() + "."));
  }

  private Map<String, List<String>> identifiers(MultiMap headers) throws Unreadable {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : names.identifiers().entrySet()) {
      String value = GatewayHeader.single(headers, entry.getValue());
      if (value != null) {
        all.put(entry.getKey(), List.of(value));
      }
    }
    return all;
  }
}
