package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Overlay;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The values in force, of the program and of each named group, to find what later ones would
 * protect less: a file that was cut off says less than it should, and is valid nonetheless. Who
 * means it restarts.
 */
public final class Protections {
  private final Schema<?> schema;
  private final Overlay overlay;
  private final Values top;
  private final Map<String, Values> groups;

  /** What groups had that are not there now: a file that is cut off may lack them whole. */
  private final Map<String, Values> gone;

  private Protections(
      Schema<?> schema, Values top, Map<String, Values> groups, Map<String, Values> gone) {
    this.schema = schema;
    this.overlay = schema.catalogue().overlay();
    this.top = top;
    this.groups = groups;
    this.gone = gone;
  }

  public Protections(Schema<?> schema, Schema.Draft<?> draft) {
    this(schema, draft.top(), draft.groups(), Map.of());
  }

  /** What the next ones would give up, each in a sentence; nothing if all is as strong. */
  public List<String> lostIn(Protections next) {
    Losses losses = new Losses();
    for (Property<?> property : schema.catalogue().properties()) {
      if (overlay.place(property) < 0) {
        compare(property, top, next.top, losses);
      }
    }
    next.groups.forEach((name, values) -> compare(name, values, losses));
    return losses.list();
  }

  /** These, and of groups that are in force no more what they had when they went. */
  public Protections after(Protections before) {
    Map<String, Values> left = new LinkedHashMap<>(before.gone);
    left.putAll(before.groups);
    left.keySet().removeAll(groups.keySet());
    return new Protections(schema, top, groups, left);
  }

  private void compare(String name, Values next, Losses losses) {
    Values now = groups.getOrDefault(name, gone.get(name));
    for (Property<?> home : overlay.properties()) {
      boolean shared = !next.hasOwn(home) && (now == null || !now.hasOwn(home));
      boolean isHere = !shared && !name.equals(overlay.family().reserved());
      Property<?> property = isHere ? overlay.family().of(name, home) : home;
      if (now == null) {
        compareNew(property, name, next, losses);
      } else if (schema.isUsed(home, now) && schema.isUsed(home, next)) {
        compare(property, now, next, losses);
      }
    }
  }

  private static <T> void compare(Property<T> property, Values now, Values next, Losses losses) {
    T before = now.find(property);
    T after = next.find(property);
    if (before == null || after == null || before.equals(after)) {
      return; // One that is required of groups alone has no value outside of them.
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
        && groups.values().stream().map(one -> one.get(property)).noneMatch(open)) {
      losses.brought(property, overlay.family().noun() + " " + name, value);
    }
  }
}
