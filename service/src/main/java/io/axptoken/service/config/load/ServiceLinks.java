package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Catalogue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The variables that Kubernetes sets for each Service of a namespace. A Service called {@code axp}
 * or {@code server} makes some that look like settings, {@code SERVER_PORT} among them.
 */
record ServiceLinks(List<String> variables) {
  private static final Pattern LINK_VALUE = Pattern.compile("(tcp|udp|sctp)://\\S+:[0-9]+");
  private static final Pattern LINK_NAME =
      Pattern.compile(
          ".+_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_[0-9]+_(TCP|UDP|SCTP)(_[A-Z]+)?)?)");

  /** Takes them away from the variables. */
  static ServiceLinks takenFrom(Map<String, String> environment, Catalogue catalogue) {
    List<String> links = new ArrayList<>();
    Iterator<Map.Entry<String, String>> entries = environment.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, String> entry = entries.next();
      if (isLink(entry.getKey(), entry.getValue(), catalogue)) {
        links.add(entry.getKey());
        entries.remove();
      }
    }
    return new ServiceLinks(links);
  }

  Optional<String> warning() {
    if (variables.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "The environment variable "
            + String.join(", ", variables)
            + " is ignored, as it looks like a Kubernetes service link: set enableServiceLinks:"
            + " false in the pod's specification, or rename the Service.");
  }

  private static boolean isLink(String name, String value, Catalogue catalogue) {
    return EnvironmentSource.looksLikeOurs(catalogue, name)
        && LINK_NAME.matcher(name).matches()
        && (LINK_VALUE.matcher(value).matches() || !isSetting(name, catalogue));
  }

  private static boolean isSetting(String name, Catalogue catalogue) {
    return catalogue.stream().anyMatch(property -> property.environmentName().equals(name));
  }
}
