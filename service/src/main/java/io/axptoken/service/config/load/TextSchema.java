package io.axptoken.service.config.load;

import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * YAML's core schema, except that numbers and truth values are texts: every value is taken as it
 * was written, and to tell them apart takes regular expressions for each.
 */
public final class TextSchema implements Schema {
  /** What null, a merge key and references to the environment begin with. */
  private static final String NO_TEXTS = "~nN<$ ";

  private final ScalarResolver core = new CoreSchema().getScalarResolver();

  @Override
  public ScalarResolver getScalarResolver() {
    return (value, implicit) -> mayBeNoText(value) ? core.resolve(value, implicit) : Tag.STR;
  }

  private static boolean mayBeNoText(String value) {
    return value.isEmpty() || NO_TEXTS.indexOf(value.charAt(0)) >= 0;
  }

  /** None: nothing is made of the nodes. */
  @Override
  public Map<Tag, ConstructNode> getSchemaTagConstructors() {
    return Map.of();
  }
}
