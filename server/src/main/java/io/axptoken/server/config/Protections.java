package io.axptoken.server.config;

import io.axptoken.server.config.IdentitySettings.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The values in force, of the server and of each integration, to find what later ones would protect
 * less: a file that was cut off says less than it should, and is valid nonetheless. Who means it
 * restarts.
 */
public final class Protections {
  private static final Overlay OVERLAY = Catalogue.SERVER.overlay();

  /** A mode's settings count while it is used. */
  private static final Map<String, Mode> USED_BY =
      Map.of(
          "identity.jwt.", Mode.JWT,
          "identity.gateway.", Mode.GATEWAY,
          "identity.apiKey.", Mode.API_KEY,
          "identity.guest.", Mode.GUEST);

  private final Values top;
  private final Map<String, Values> integrations = new LinkedHashMap<>();

  /** What integrations had that are not served now: a file that is cut off may lack them whole. */
  private final Map<String, Values> gone = new LinkedHashMap<>();

  private Protections(Values top) {
    this.top = top;
  }

  Protections(Reading reading) {
    this(reading.top());
    if (reading.servesDefault()) {
      integrations.put(IntegrationSettings.DEFAULT, reading.top());
    }
    integrations.putAll(reading.named());
  }

  /** What the next ones would give up, each in a sentence; nothing if all is as strong. */
  public List<String> lostIn(Protections next) {
    Losses losses = new Losses();
    for (Property<?> property : Catalogue.SERVER.properties()) {
      if (OVERLAY.place(property) < 0) {
        compare(property, top, next.top, losses);
      }
    }
    next.integrations.forEach((name, values) -> compare(name, values, losses));
    return losses.list();
  }

  /** These, and of integrations that are in force no more what they had when they went. */
  public Protections after(Protections before) {
    Protections all = new Protections(top);
    all.integrations.putAll(integrations);
    all.gone.putAll(before.gone);
    all.gone.putAll(before.integrations);
    all.gone.keySet().removeAll(integrations.keySet());
    return all;
  }

  private void compare(String name, Values next, Losses losses) {
    Values now = integrations.getOrDefault(name, gone.get(name));
    for (Property<?> home : OVERLAY.properties()) {
      boolean shared = !next.hasOwn(home) && (now == null || !now.hasOwn(home));
      boolean isHere = !shared && !name.equals(IntegrationSettings.DEFAULT);
      Property<?> property = isHere ? home.of(name) : home;
      if (now == null) {
        compareNew(property, name, next, losses);
      } else if (isUsed(home, now) && isUsed(home, next)) {
        compare(property, now, next, losses);
      }
    }
  }

  private static boolean isUsed(Property<?> property, Values values) {
    for (Map.Entry<String, Mode> settings : USED_BY.entrySet()) {
      if (property.home().startsWith(settings.getKey())) {
        return values.get(IdentitySection.MODES).contains(settings.getValue());
      }
    }
    return true;
  }

  private static <T> void compare(Property<T> property, Values now, Values next, Losses losses) {
    T before = now.find(property);
    T after = next.find(property);
    if (before == null || after == null || before.equals(after)) {
      return; // One that is required of integrations alone has no value outside of them.
    }
    Protection<T> protection = property.protection();
    if (protection.bound() && now.hasOwn(property) && !next.hasOwn(property)) {
      losses.shared(property);
    } else if (protection.weaker().test(before, after)) {
      losses.add(property, before, after);
    }
  }

  private <T> void compareNew(Property<T> property, String name, Values next, Losses losses) {
    T value = next.find(property);
    Predicate<T> open = property.protection().open();
    if (value != null
        && open.test(value)
        && integrations.values().stream().map(one -> one.get(property)).noneMatch(open)) {
      losses.brought(property, name, value);
    }
  }
}
