package io.axptoken.service.config.rules;

import io.axptoken.service.config.load.Schema;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.load.SettingsReader;
import io.axptoken.service.config.schema.BasicSections;
import io.axptoken.service.config.schema.Catalogue;
import io.axptoken.service.config.schema.DefaultPorts;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.RawValues;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.Values;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The schema of a program without named groups of settings: the sections of every server and its
 * own.
 *
 * @param <S> the settings
 */
public final class FlatSchema<S> implements Schema<S> {
  private final Catalogue catalogue;
  private final Function<Values, S> settings;
  private final Consumer<Scope> rules;

  /**
   * A schema.
   *
   * @param program its name in traces
   * @param settings makes the settings of values that have no problem
   * @param own the program's sections
   */
  public FlatSchema(String program, Function<Values, S> settings, Section... own) {
    this(program, DefaultPorts.USUAL, settings, _ -> {}, own);
  }

  /**
   * A schema of a program that has ports and rules of its own.
   *
   * @param program its name in traces
   * @param settings makes the settings of values that have no problem
   * @param rules adds what is wrong with more than one setting of its own
   * @param own the program's sections
   */
  public FlatSchema(
      String program,
      DefaultPorts ports,
      Function<Values, S> settings,
      Consumer<Scope> rules,
      Section... own) {
    this.settings = settings;
    this.rules = rules;
    this.catalogue = new Catalogue(BasicSections.of(program, ports, own));
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public boolean isUsed(Property<?> property, Values values) {
    return true;
  }

  @Override
  public Draft<S> read(SettingsReader reader, RawValues given) {
    Values values = reader.read(catalogue.properties(), Set.of());
    return new Draft<>() {
      @Override
      public Values top() {
        return values;
      }

      @Override
      public Map<String, Values> groups() {
        return Map.of();
      }

      @Override
      public void check(Scope scope) {
        ServerRules.check(scope);
        rules.accept(scope);
      }

      @Override
      public S settings() {
        return settings.apply(values);
      }
    };
  }
}
