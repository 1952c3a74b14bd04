package io.axptoken.service.config.load;

import java.util.List;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;

/** Values as YAML on one line, in quotes where they need them, for this server to read again. */
public final class YamlLine {
  private static final int LONGEST_NAME = 1024;

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setSchema(new TextSchema())
          .setDefaultFlowStyle(FlowStyle.FLOW)
          .setNonPrintableStyle(NonPrintableStyle.ESCAPE)
          .setMaxSimpleKeyLength(LONGEST_NAME)
          .setSplitLines(false)
          .build();

  private YamlLine() {}

  /** A text, a list of texts, or a map from texts to either; references stay references. */
  public static String of(Object value) {
    // In a list even a text with line breaks stays on its line.
    String list = new Dump(SETTINGS).dumpToString(List.of(value));
    return list.substring(1, list.lastIndexOf(']'));
  }
}
